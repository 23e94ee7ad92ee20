import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped, type Reader } from '../xml.ts'
import { number, optionalDate, position } from './shapes.ts'

const lasting = { since: optionalDate, until: optionalDate }
const relative = z.object({
  number: number.optional(),
  position,
  birthDate: optionalDate,
  ...lasting,
})

const shape = z.object({
  number,
  birth: z.object({ date: optionalDate }).optional(),
  death: z.object({ date: optionalDate }).optional(),
  statuses: z.array(z.object({ code: z.string().min(1), ...lasting })),
  administration: z.object({ municipality: z.string().optional(), ...lasting }).optional(),
  residence: z
    .object({
      municipality: z.string().optional(),
      postcode: z.string().optional(),
      country: z.string().optional(),
      street: z.string().optional(),
      houseNumber: z.string().optional(),
      box: z.string().optional(),
      ...lasting,
    })
    .optional(),
  abroad: z.object(lasting).optional(),
  reference: relative.optional(),
  members: z.array(relative),
})

/** What the register tells about one person: as much of it as the finality of the sender lets through. */
export type PersonFile = z.infer<typeof shape>
export type Relative = z.infer<typeof relative>

/** The register's file of one person, as it stands today. */
export const person: Service<{ readonly number: string }, PersonFile> = {
  name: 'GeefPersoon',
  version: '02.02.0000',
  namespace: 'http://magda.vlaanderen.be/persoon/soap/geefpersoon/v02_02',
  question: ({ number }) =>
    isBis(number)
      ? `<Criteria><INSZ>${escaped(number)}</INSZ><OpvragingenKSZ><BasisPersoonsgegevens>1</BasisPersoonsgegevens></OpvragingenKSZ></Criteria><Bron>KSZ</Bron><Taal>nl</Taal>`
      : `<Criteria><INSZ>${escaped(number)}</INSZ></Criteria><Bron>RR</Bron><Taal>nl</Taal>`,
  read: (content) =>
    content.one('Persoon', (file) => ({
      number: file.text('INSZ'),
      birth: file.one('Geboorte', (birth) => ({ date: birth.text('Datum') })),
      death: file.one('Overlijden', (death) => ({ date: death.text('Datum') })),
      statuses: file.each('Statussen/Status', (status) => ({ code: status.text('Code'), ...periodOf(status) })),
      administration: file.one('Beheerder', (keeper) => ({
        municipality: keeper.text('Plaats/Gemeente/NISCode'),
        ...periodOf(keeper),
      })),
      residence: file.one('Adressen/Hoofdverblijfplaats', (residence) => ({
        municipality: residence.text('NISCodeGemeente'),
        postcode: residence.text('Postcode'),
        country: residence.text('NISCodeLand'),
        street: residence.text('StraatCode'),
        houseNumber: residence.text('Huisnummer'),
        box: residence.text('Busnummer'),
        ...periodOf(residence),
      })),
      abroad: file.one('Adressen/VerblijfplaatsBuitenland', periodOf),
      reference: file.one('Referentiepersoon', relativeOf),
      members: file.each('Gezinsleden/Gezinslid', relativeOf),
    })),
  shape,
}

const periodOf = (element: Reader) => ({ since: element.text('@DatumBegin'), until: element.text('@DatumEinde') })

const relativeOf = (relative: Reader) => ({
  number: relative.text('INSZ'),
  position: relative.text('Positie/Code'),
  birthDate: relative.text('Geboortedatum'),
  ...periodOf(relative),
})

/** Numbers of people outside the National Register have 20 or 40 added to the month; social security keeps their files. */
export const isBis = (number: string) => /^\d\d(2[0-9]|3[0-2]|4[0-9]|5[0-2])/.test(number)
