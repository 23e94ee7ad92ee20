import { testNationalNumber } from '@vanzelf/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { portionsOf } from '../src/feeds/portions.ts'
import { identityFromPem, type MagdaFeedOptions, magdaFeed, sha256Profile } from '../src/index.ts'
import { signer } from '../src/security/signature.ts'
import { type Certified, certified } from './certificates.ts'

const [anna, bram, cleo] = [34, 36, 38].map((order) => testNationalNumber('1985-07-30', order)) as [
  string,
  string,
  string,
]
const names = new Map([
  [anna, 'anna'],
  [bram, 'bram'],
  [cleo, 'cleo'],
])
const pseudonyms = { of: (number: string) => names.get(number) ?? 'somebody', reveal: () => undefined }
const read = (message: string, more: Partial<MagdaFeedOptions> = {}) => magdaFeed({ pseudonyms, ...more })(message)

const context = '<Context><Naam>x</Naam><Bericht><Afzender><Referte>m-17</Referte></Afzender></Bericht></Context>'
const message = (name: string, ...contents: readonly string[]) =>
  `<m:${name} xmlns:m="urn:exampleville"><Publicatie>${context}<Onderwerpen>${contents
    .map((content, index) => `<Onderwerp><Referte>${index}</Referte><Inhoud>${content}</Inhoud></Onderwerp>`)
    .join('\n')}</Onderwerpen></Publicatie></m:${name}>`

const status = (name: string, ...begins: readonly string[]) =>
  `<SociaalStatuut><Naam><Code>${name}</Code><Omschrijving>x</Omschrijving></Naam>${
    begins.length > 0
      ? `<Periodes>${begins.map((begin) => `<Periode><Begin>${begin}</Begin></Periode>`).join('')}</Periodes>`
      : ''
  }</SociaalStatuut>`
const statuses = (number: string, inside: string, isWhole = 0) =>
  `<MutatieSocialeStatuten><Bron>KSZ</Bron><INSZ>${number}</INSZ><SocialeStatuten VolledigOverzicht="${isWhole}">${inside}</SocialeStatuten></MutatieSocialeStatuten>`
const annulled = (number: string) =>
  `<MutatieSocialeStatuten><Bron>KSZ</Bron><INSZ>${number}</INSZ><Annulering>1</Annulering></MutatieSocialeStatuten>`
const ofStatuses = (...contents: readonly string[]) => message('PubliceerMutatieSocialeStatuten', ...contents)

const member = (number: string, since = '2026-02-01') =>
  `<Gezinslid DatumBegin="${since}"><INSZ>${number}</INSZ><Positie><Code>01</Code></Positie></Gezinslid>`
const household = (number: string, ...members: readonly string[]) =>
  `<MutatieGezinssamenstelling><MutatieInformatie><Tijdstip>2026-02-02T08:00:00</Tijdstip></MutatieInformatie><INSZ>${number}</INSZ>${
    members.length > 0 ? `<Gezinssamenstelling>${members.join('')}</Gezinssamenstelling>` : ''
  }</MutatieGezinssamenstelling>`
const ofHouseholds = (...contents: readonly string[]) => message('PubliceerMutatieGezinssamenstelling', ...contents)

const enveloped = (body: string) =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`

const shared = ['increasedReimbursement', 'increasedReimbursementInFamily', 'livingWage', 'socialAssistance']
const parking = { parkingAdult: { name: 'PARKING', age: { least: 18 } }, parkingChild: { name: 'PARKING' } }

describe('a message of social statuses', () => {
  it('tells whom it is about by pseudonyms, and which facts its statuses answer', async () => {
    const { changes, ...rest } = await read(ofStatuses(statuses(anna, status('PARKING', '2026-03-01'))), {
      statuses: parking,
    })
    expect(rest).toEqual({ message: 'm-17', unknownStatuses: [], exceptions: [] })
    expect(changes).toEqual([
      {
        ...{
          source: 'social-security',
          message: 'PubliceerMutatieSocialeStatuten m-17',
          place: 1,
          subjects: ['anna'],
          from: '2026-03-01',
        },
        ...{ facts: ['parkingAdult', 'parkingChild'], kind: 'changed' },
      },
    ])
  })

  it('touches all that every city shares where it tells one of them, for these are made of one another', async () => {
    const { changes } = await read(ofStatuses(statuses(anna, status('BIM_BVT', '2026-03-01'))), { statuses: parking })
    expect(changes).toMatchObject([{ facts: shared }])
  })

  it.each<readonly [string, string, string | null]>([
    [
      'the first of its days',
      status('PARKING', '2026-03-01', '2025-01-01') + status('PARKING', '2025-06-01'),
      '2025-01-01',
    ],
    ['no day where a status has no period', status('PARKING', '2026-03-01') + status('PARKING'), null],
    ['a day without its zone', status('PARKING', '2026-03-01+01:00'), '2026-03-01'],
  ])('is from %s', async (_, inside, from) => {
    expect((await read(ofStatuses(statuses(anna, inside)), { statuses: parking })).changes).toMatchObject([{ from }])
  })

  it('that is a whole overview touches every status: what is not in it may have ended, on any day', async () => {
    const { changes } = await read(ofStatuses(statuses(anna, status('PARKING', '2026-03-01'), 1)), {
      statuses: parking,
    })
    expect(changes).toMatchObject([{ facts: [...shared, 'parkingAdult', 'parkingChild'], from: null, kind: 'changed' }])
  })

  it('that cancels takes back all that was told, whichever way it says so', async () => {
    const withdrawn = (type: string) =>
      `<Metadata><Type>${type}</Type></Metadata>${statuses(bram, status('PARKING', '2026-03-01'))}`
    const { changes } = await read(ofStatuses(annulled(anna), withdrawn('03'), withdrawn('04'), withdrawn('02')), {
      statuses: parking,
    })
    const cancelled = { kind: 'cancelled', cancels: null, from: null, facts: [...shared, ...Object.keys(parking)] }
    expect(changes).toMatchObject([
      { subjects: ['anna'], place: 1, ...cancelled },
      { subjects: ['bram'], place: 2, ...cancelled },
      { subjects: ['bram'], place: 3, ...cancelled },
      { subjects: ['bram'], place: 4, kind: 'changed' },
    ])
  })

  it('tells names that are asked for no fact, and touches every status of who has one', async () => {
    const told = await read(
      ofStatuses(statuses(anna, status('NEW_STATUS') + status('PARKING')), statuses(bram, status('NEW_STATUS'))),
    )
    expect(told.unknownStatuses).toEqual(['NEW_STATUS', 'PARKING'])
    expect(told.changes).toMatchObject([{ facts: shared, from: null }, { facts: shared }])
  })

  it('has no changes of a subject without content, and tells why there is none', async () => {
    const failed = ofStatuses(annulled(anna)).replace(
      '</Onderwerpen>',
      '<Onderwerp><Referte>9</Referte><Uitzonderingen><Uitzondering><Identificatie>16013</Identificatie></Uitzondering></Uitzonderingen></Onderwerp></Onderwerpen>',
    )
    expect(await read(failed)).toMatchObject({ changes: [{ place: 1 }], exceptions: ['16013'] })
    const none = failed.replace(/<Onderwerpen>.*<\/Onderwerpen>/s, '')
    expect(await read(none)).toMatchObject({ message: 'm-17', changes: [], exceptions: [] })
  })
})

describe('a message of households', () => {
  it('touches what the register tells of everybody who lives there now, and what is answered of a family or a place', async () => {
    const { changes } = await read(ofHouseholds(household(anna, member(bram, '2020-01-01'), member(anna))), {
      statuses: { local: { name: 'LOCAL', within: { postcodes: ['9999'] } }, wide: { name: 'WIDE' } },
    })
    const common = {
      ...{ message: 'PubliceerMutatieGezinssamenstelling m-17', place: 1, kind: 'changed' },
      ...{ subjects: ['anna', 'bram'], from: '2026-02-01' },
    }
    expect(changes).toMatchObject([
      { ...common, source: 'population-register', facts: expect.arrayContaining(['householdMembers', 'municipality']) },
      { ...common, source: 'social-security', facts: ['increasedReimbursementInFamily', 'local'] },
    ])
  })

  it('may tell that there is none, and a day of which parts are missing', async () => {
    const { changes } = await read(ofHouseholds(household(anna), household(bram, member(bram, '2026-00-00'))))
    expect(changes.filter(({ source }) => source === 'population-register')).toMatchObject([
      { subjects: ['anna'], from: null },
      { subjects: ['bram'], from: '2026-01-01' },
    ])
  })

  it('may be cancelled', async () => {
    const { changes } = await read(ofHouseholds(`<Metadata><Type>03</Type></Metadata>${household(anna, member(anna))}`))
    expect(changes.map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled'])
  })
})

it('two messages of two kinds that go by one reference are two', async () => {
  const both = await Promise.all([
    read(ofStatuses(statuses(anna, status('BIM_BVT', '2026-03-01')))),
    read(ofHouseholds(household(bram, member(bram)))),
  ])
  const keys = both.flatMap(({ changes }) => changes.map((one) => `${one.source} ${one.message} ${one.place}`))
  expect(new Set(keys).size).toBe(3)
})

describe('what does not fit', () => {
  const good = annulled(bram)
  it.each<readonly [string, string, string, string]>([
    ['no XML', 'INSZ;status', 'it is not XML', 'a message of a feed'],
    ['cut short', ofStatuses(good, annulled(anna)).slice(0, -40), 'it is not XML', 'a message of a feed'],
    ['with entities', `<!DOCTYPE x>${ofStatuses(good)}`, 'it is not XML', 'a message of a feed'],
    ['another message', message('GeefPersoon', good), 'no message of a feed', 'a message'],
    [
      'without a reference',
      ofStatuses(good).replace('m-17', ''),
      'the reference of its sender',
      'PubliceerMutatieSocialeStatuten',
    ],
    [
      'without a number',
      ofStatuses(good, annulled('')),
      '`number`',
      'subject 2 of a message `PubliceerMutatieSocialeStatuten`',
    ],
    ['with another number', ofStatuses(good, annulled(`${anna}0`)), '`number`', 'subject 2'],
    ['with neither statuses nor a cancellation', ofStatuses(good, statuses(anna, '')), '`statuses`', 'subject 2'],
    [
      'that cancels and tells at once',
      ofStatuses(
        good,
        statuses(anna, status('BIM_BVT')).replace('<SocialeStatuten', '<Annulering>1</Annulering><SocialeStatuten'),
      ),
      '`statuses`',
      'subject 2',
    ],
    [
      'with a day that is none',
      ofStatuses(good, statuses(anna, status('BIM_BVT', '2026-02-30'))),
      '`statuses.0.begins.0`',
      'subject 2',
    ],
    [
      'that does not say whether it is whole',
      ofStatuses(good, statuses(anna, status('BIM_BVT')).replace(' VolledigOverzicht="0"', '')),
      '`isWhole`',
      'subject 2',
    ],
    ['with content of another kind', ofStatuses(good, household(anna)), '`its content`', 'subject 2'],
    [
      'with a member without a number',
      ofHouseholds(household(anna, member(''))),
      '`members.0.number`',
      'subject 1 of a message `PubliceerMutatieGezinssamenstelling`',
    ],
  ])('%s is told with its place, and nothing of it is taken', async (_, wrong, what, where) => {
    const error = await read(wrong).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      ...{ code: 'bad-document', what: expect.stringContaining(what), where: expect.stringContaining(where) },
      todo: expect.stringContaining('nothing of it was taken'),
    })
    expect(String(error)).not.toMatch(/\d{6}/)
  })
})

describe('a message in an envelope', () => {
  let platform: Certified
  let authority: Certified
  let verifyAnswers: { readonly authorities: string; readonly name: string }
  beforeAll(async () => {
    authority = await certified('Authority of the Platform', { authority: true })
    platform = await certified('Platform', { by: authority })
    verifyAnswers = { authorities: authority.certificate, name: 'Platform' }
  })
  const security = () => ({ verifyAnswers, signing: sha256Profile })
  const signed = (text: string) => {
    const certificates = [platform, authority].map(({ certificate }) => certificate).join('\n')
    return signer(sha256Profile, identityFromPem({ key: platform.key, certificates }), () => new Date())(text)
  }

  it('is read as one without', async () =>
    expect(await read(enveloped(ofStatuses(annulled(anna))))).toEqual(await read(ofStatuses(annulled(anna)))))

  it('is read when it is signed by whom we trust', async () =>
    expect(await read(signed(enveloped(ofStatuses(annulled(anna)))), { security: security() })).toMatchObject({
      changes: [{ subjects: ['anna'] }],
    }))

  it.each<readonly [string, (text: string) => string, string]>([
    ['not signed', (text) => text, 'NotSigned'],
    ['changed since', (text) => signed(text).replace(anna, bram), 'SignatureInvalid'],
    ['bare', () => ofStatuses(annulled(anna)), 'NotSigned'],
  ])('that is %s is not trusted, and not read', async (_, change, why) => {
    const text = change(enveloped(ofStatuses(annulled(anna))))
    await expect(read(text, { security: security() })).rejects.toMatchObject({
      ...{ code: 'not-trusted', what: expect.stringContaining(why) },
    })
  })
})

describe('a long message', () => {
  const many = (count: number) =>
    ofStatuses(...Array.from({ length: count }, (_, index) => annulled(String(80_000_000_000 + index))))

  it('is parsed in portions that together hold all of it, in its order', () => {
    const text = many(7)
    const portions = [...portionsOf(text, 3)]
    expect(portions).toHaveLength(3)
    expect(portions.map((one) => one.split('<Onderwerp>').length - 1)).toEqual([3, 3, 1])
    const numbersIn = (one: string) => one.match(/\d{11}/g) ?? []
    expect(portions.flatMap(numbersIn)).toEqual(numbersIn(text))
    expect([...portionsOf(text, 100)]).toEqual([text])
  })

  it('keeps the places of its subjects', async () => {
    const { changes } = await read(many(4_500))
    expect(changes.map(({ place }) => place)).toEqual(Array.from({ length: 4_500 }, (_, index) => index + 1))
  })

  it('is not taken where its last subject does not fit', async () =>
    expect(read(many(4_500).replace('80000004499', ''))).rejects.toMatchObject({
      where: expect.stringContaining('subject 4500'),
    }))

  it('stays whole where the name of an element may be quoted', () => {
    const quoting = many(5).replace('<Bron>', '<!-- </Onderwerp> --><Bron>')
    expect([...portionsOf(quoting, 2)]).toEqual([quoting])
  })
})
