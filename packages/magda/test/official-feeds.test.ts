import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { testNationalNumber } from '@vanzelf/testing'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { describe, expect, it } from 'vitest'
import { magdaFeed } from '../src/index.ts'

// The platform's published schemas are not part of this project.
const schemas = fileURLToPath(new URL('../../../../shared/magda-mock/schemas', import.meta.url))
const missing = !existsSync(schemas)
if (missing) console.warn('messages of feeds are not held against their schemas: these are not beside this checkout')

const [anna, bram] = [34, 36].map((order) => testNationalNumber('1985-07-30', order)) as [string, string]
const context = `<Context><Naam>PubliceerMutatieSocialeStatuten</Naam><Versie>02.00.0000</Versie><Bericht><Type>PUBLICATIE</Type>
  <Tijdstip><Datum>2026-03-10</Datum><Tijd>09:00:00.000</Tijd></Tijdstip>
  <Afzender><Identificatie>exampleville.be</Identificatie><Referte>m-17</Referte></Afzender></Bericht></Context>`
const subject = (place: number, content: string) =>
  `<Onderwerp><Referte>${place}</Referte><Inhoud><Metadata><Referte>${place}</Referte><Type>02</Type><Datum>2026-03-10T09:00:00</Datum></Metadata>${content}</Inhoud></Onderwerp>`
const statuses = `<MutatieSocialeStatuten><Bron>KSZ</Bron><INSZ>${anna}</INSZ><SocialeStatuten VolledigOverzicht="0">
  <SociaalStatuut><Naam><Code>BIM_BVT</Code><Omschrijving>x</Omschrijving></Naam>
  <Periodes><Periode><Begin>2026-03-01</Begin><Einde>2026-06-30</Einde></Periode></Periodes></SociaalStatuut>
  </SocialeStatuten></MutatieSocialeStatuten>`
const annulled = `<MutatieSocialeStatuten><Bron>KSZ</Bron><INSZ>${bram}</INSZ><Annulering>1</Annulering></MutatieSocialeStatuten>`
const message = `<m:PubliceerMutatieSocialeStatuten xmlns:m="http://service.publiceermutatiesocialestatuten-02_00.soczek-02_00.vip.vlaanderen.be"><Publicatie>${context}<Onderwerpen>${subject(1, statuses)}${subject(2, annulled)}</Onderwerpen></Publicatie></m:PubliceerMutatieSocialeStatuten>`

const household = `<MutatieInformatie><Tijdstip>2026-03-10T09:00:00</Tijdstip></MutatieInformatie><INSZ>${anna}</INSZ>
  <Gezinssamenstelling>${[anna, bram].map((number) => `<Gezinslid DatumBegin="2026-02-01"><INSZ>${number}</INSZ><Positie><Code>01</Code></Positie></Gezinslid>`).join('')}</Gezinssamenstelling>`

/** What its schema says against a document. */
function against(schema: string, url: string, text: string): string | undefined {
  xmlRegisterFsInputProviders()
  const [xsd, document] = [XmlDocument.fromString(schema, { url }), XmlDocument.fromString(text)]
  const validator = XsdValidator.fromDoc(xsd)
  try {
    validator.validate(document)
    return undefined
  } catch (error) {
    return String(error)
  } finally {
    for (const one of [validator, xsd, document]) one.dispose()
  }
}

describe.skipIf(missing)('messages that the published schemas allow', () => {
  it('are read where they tell statuses', async () => {
    const file = `${schemas}/SocZek.PubliceerMutatieSocialeStatuten-02.00/Service/PubliceerMutatieSocialeStatuten.xsd`
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="http://service.publiceermutatiesocialestatuten-02_00.soczek-02_00.vip.vlaanderen.be" schemaLocation="${pathToFileURL(file)}"/></xs:schema>`
    expect(against(schema, 'feed.xsd', message)).toBeUndefined()
    expect(against(schema, 'feed.xsd', message.replace('<Annulering>', '<Annulering>0'))).toContain('Annulering')
    const { changes } = await magdaFeed({ pseudonyms: { of: () => 'p', reveal: () => undefined } })(message)
    expect(changes).toMatchObject([{ kind: 'changed', from: '2026-03-01' }, { kind: 'cancelled' }])
  })

  it('are read where they tell households, in the frame of the other feed', async () => {
    const file = `${schemas}/Persoon/Gezinssamenstelling-v3.xsd`
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="http://magda.vlaanderen.be/persoon-v3" targetNamespace="urn:test"><xs:import namespace="http://magda.vlaanderen.be/persoon-v3" schemaLocation="${pathToFileURL(file)}"/><xs:element name="m" type="p:MutatieGezinssamenstellingType"/></xs:schema>`
    expect(against(schema, 'feed.xsd', `<t:m xmlns:t="urn:test">${household}</t:m>`)).toBeUndefined()
    const framed = message
      .replaceAll('PubliceerMutatieSocialeStatuten', 'PubliceerMutatieGezinssamenstelling')
      .replace(
        /<Onderwerpen>.*<\/Onderwerpen>/s,
        `<Onderwerpen>${subject(1, `<MutatieGezinssamenstelling>${household}</MutatieGezinssamenstelling>`)}</Onderwerpen>`,
      )
    const { changes } = await magdaFeed({ pseudonyms: { of: () => 'p', reveal: () => undefined } })(framed)
    expect(changes.map(({ source, from }) => [source, from])).toEqual([
      ['population-register', '2026-02-01'],
      ['social-security', '2026-02-01'],
    ])
  })
})
