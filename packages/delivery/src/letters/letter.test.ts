import {
  all,
  atMost,
  calendarYear,
  constant,
  count,
  euro,
  fact,
  ground,
  type IsoDate,
  is,
  minus,
  money,
  policy,
  some,
  sum,
  times,
  unknown,
} from '@vanzelf/rules'
import { explain } from '@vanzelf/rules/explain'
import { nodeOf } from '@vanzelf/rules/tree'
import { describe, expect, it } from 'vitest'
import { toHtml } from './html.ts'
import { letter } from './letter.ts'
import type { LetterOptions } from './options.ts'
import { toPdf, toTypst } from './pdf.ts'
import { unbound } from './sentence.ts'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const municipality = fact({
  ...person,
  name: 'municipality',
  value: { type: 'text' },
  label: { nl: 'gemeente', en: 'municipality', fr: 'commune', de: 'Gemeinde' },
})
const members = fact({
  ...person,
  name: 'members',
  value: { type: 'those', to: 'person', least: 1 },
  label: { nl: 'gezinsleden', en: 'members of the household', fr: 'membres du ménage', de: 'Haushaltsmitglieder' },
})
const livingWage = fact({
  ...person,
  name: 'livingWage',
  value: { type: 'truth' },
  label: { nl: 'leefloon', en: 'living wage', fr: 'revenu d’intégration', de: 'Eingliederungseinkommen' },
})
const income = fact({
  ...person,
  name: 'income',
  value: { type: 'money', least: 0 },
  label: { nl: 'inkomen', en: 'income', fr: 'revenu', de: 'Einkommen' },
})

const bags = policy({
  name: 'exampleville/bags',
  label: { nl: 'korting op <vuilniszakken>', en: 'discount on bags', fr: 'réduction', de: 'Ermäßigung' },
  regulation: 'reglement 2026/3',
  about: 'person',
  requires: is(municipality, '99999'),
  grounds: [ground('art. 2, 1°', livingWage), ground('art. 2, 2°', some(members, livingWage))],
  benefit: money(euro(31.5)),
  period: calendarYear,
})
const byIncome = policy({
  name: 'exampleville/income',
  about: 'person',
  grounds: [ground('art. 4', all(livingWage, atMost(sum(members, income), euro(20_000))))],
  benefit: money(euro(10)),
  period: calendarYear,
})

const ofOne = policy({
  name: 'exampleville/own',
  about: 'person',
  requires: is(municipality, '99999'),
  grounds: [ground('art. 1', livingWage)],
  benefit: money(euro(10)),
  period: calendarYear,
})
const none = policy({
  name: 'exampleville/by-number',
  about: 'person',
  grounds: [ground('art. 1', livingWage)],
  benefit: money(times(euro(5), minus(count(members), 1))),
  period: calendarYear,
})

const has = { livingWage: true } as const
const hasNot = { livingWage: false } as const
const on: IsoDate = '2026-03-10'
const base = {
  recipient: { name: 'Anna "Voorbeeld" & zoon', address: ['Straat 1', '9999 Voorbeeld'] },
  authority: { name: 'Stad Voorbeeld', contact: 'tel. 00 00' },
  sent: '2026-03-12',
  objection: [
    { from: '2025-01-01', where: 'het oude loket', days: 30, law: 'oud reglement, art. 8', verified: true },
    { from: '2026-01-01', where: 'het college', days: 60, law: 'reglement, art. 9', verified: false },
  ],
} as const
type Situation = Parameters<typeof explain<'person', typeof municipality | typeof members | typeof livingWage>>[1]
const lettersOf = (situation: Situation, more: Partial<LetterOptions> = {}) =>
  letter({ ...base, policy: bags, proof: explain(bags, situation, on), ...more })
const told = (situation: Situation, more: Partial<LetterOptions> = {}) =>
  lettersOf(situation, more).texts.map(({ title, sections }) => [
    title,
    ...sections.flatMap(({ sentences }) => sentences.map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '))),
  ])

const sectionsOf = (of: Pick<LetterOptions, 'policy' | 'proof'>) =>
  letter({ ...base, ...of }).texts[0].sections.map(({ sentences }) => sentences.map(({ text }) => text))

const objection = [
  'Bent u het niet eens met deze brief? Schrijf dan naar het college.',
  'Doe dat binnen 60 dagen nadat u deze brief kreeg.',
  'Dat staat in: reglement, art. 9.',
  'Vraag het aan Stad Voorbeeld: tel. 00 00.',
]
const eligible = { municipality: '99999', livingWage: false, members: [has, hasNot] } as const

describe('a letter', () => {
  it('of what is granted says what, until when, why and what to do about it', () =>
    expect(told(eligible)).toEqual([
      [
        'U krijgt: korting op <vuilniszakken>',
        'U krijgt € 31,50.',
        'U hoeft hiervoor niets te doen.',
        'Deze brief is voor Anna "Voorbeeld" & zoon.',
        'Dit geldt van 1 januari 2026 tot en met 31 december 2026.',
        'Bij u thuis is er minstens één persoon met: leefloon.',
        'Deze artikels tellen: art. 2, 1° · art. 2, 2°.',
        'De regels staan in: reglement 2026/3.',
        'Wij keken dit na op 10 maart 2026.',
        ...objection,
      ],
    ]))

  it('of what is not granted says what is needed, and not what was found of anybody', () =>
    expect(told({ ...eligible, members: [hasNot] })[0]?.slice(0, 8)).toEqual([
      'U krijgt dit niet: korting op <vuilniszakken>',
      'U krijgt dit nu niet.',
      'Deze brief is voor Anna "Voorbeeld" & zoon.',
      'Dit is nodig: gemeente is “99999”.',
      'Ook dit is nodig: leefloon.',
      'Of anders dit: minstens één persoon (gezinsleden) met leefloon.',
      'Dat klopt nu niet allemaal.',
      'Deze artikels tellen: art. 2, 1° · art. 2, 2°.',
    ]))

  it('says the same of a requirement that is not met', () =>
    expect(told({ ...eligible, municipality: '99998' })).toEqual(told({ ...eligible, members: [hasNot] })))

  it('of what stops says its last day', () =>
    expect(told({ ...eligible, members: [hasNot] }, { stops: { lastDay: '2026-12-31' } })[0]?.slice(0, 2)).toEqual([
      'Dit stopt: korting op <vuilniszakken>',
      'U krijgt dit nog tot en met 31 december 2026.',
    ]))

  it.each(['not found', 'unavailable', 'in doubt'] as const)(
    'of an undecided household says that something is missing, not what: %s',
    (reason) =>
      expect(told({ ...eligible, members: [{ livingWage: unknown(reason) }, hasNot] })[0]?.slice(0, 11)).toEqual([
        'Nog niet beslist: korting op <vuilniszakken>',
        'Wij weten nog niet of u dit krijgt.',
        'Deze brief is voor Anna "Voorbeeld" & zoon.',
        'Dit is nodig: gemeente is “99999”.',
        'Ook dit is nodig: leefloon.',
        'Of anders dit: minstens één persoon (gezinsleden) met leefloon.',
        'Wij weten nog niet of dat klopt.',
        'Deze artikels tellen: art. 2, 1° · art. 2, 2°.',
        'De regels staan in: reglement 2026/3.',
        'Wij keken dit na op 10 maart 2026.',
        'Wij missen nog gegevens.',
      ]),
  )

  it.each([
    ['fr', 'Dans votre foyer, au moins une personne a : revenu d’intégration.', 'Vous recevez 31,50 €.'],
    ['de', 'In Ihrem Haushalt hat mindestens eine Person: Eingliederungseinkommen.', 'Sie erhalten: 31,50 €.'],
    ['en', 'In your household at least one person has: living wage.', 'You receive €31.50.'],
  ] as const)('has the translation in %s after the Dutch text', (translation, reason, benefit) => {
    const [dutch, other] = told(eligible, { translation })
    expect(dutch?.[1]).toBe('U krijgt € 31,50.')
    expect(other).toContain(reason)
    expect(other?.map((text) => text.replace('€ 31,50', '31,50 €').replace('€ 31.50', '€31.50'))).toContain(benefit)
  })

  it.each([
    [{ livingWage: true, municipality: '99999' }, ['Dit staat op uw naam: leefloon.', 'Dit artikel telt: art. 1.']],
    [
      { livingWage: false, municipality: '99999' },
      ['Dit staat niet op uw naam: leefloon.', 'Dit artikel telt: art. 1.'],
    ],
    [{ livingWage: true, municipality: '99998' }, ['Dit klopt niet helemaal: gemeente is “99999”.']],
    [{ municipality: '99999' }, []],
  ] as const)('of who is the only one that a policy looks at says what was found: %o', (situation, reasons) => {
    const proof = explain(ofOne, situation, on)
    expect(sectionsOf({ policy: ofOne, proof })[1]).toEqual([...reasons, 'Wij keken dit na op 10 maart 2026.'])
  })

  it.each([
    ['not found', 'Stuur ons dit over u: leefloon.'],
    ['not permitted', 'Stuur ons dit over u: leefloon.'],
    ['unavailable', 'Dit zoeken wij zelf op: leefloon.'],
    ['in doubt', 'Een medewerker kijkt hier nog naar: leefloon.'],
  ] as const)('leaves to that one only what the authority cannot do: %s', (reason, sentence) => {
    const proof = explain(ofOne, { municipality: '99999', livingWage: unknown(reason) }, on)
    expect(sectionsOf({ policy: ofOne, proof })[2]).toEqual([sentence])
  })

  it('tells a condition of several parts by its parts', () => {
    const proof = explain(byIncome, { livingWage: true, members: [{ income: euro(0) }] }, on)
    expect(sectionsOf({ policy: byIncome, proof })[1]?.[0]?.replace(/\u00a0/g, ' ')).toBe(
      'Dit klopt: leefloon en de som van inkomen (over alle gezinsleden) is hoogstens € 20.000,00.',
    )
  })

  it('says that there may be nothing to give where the amount depends on what is found', () => {
    const proof = explain(none, { livingWage: true, members: [] }, on)
    expect(sectionsOf({ policy: none, proof })[1]).toContain('Of wij rekenden uit dat er niets te geven is.')
  })

  it('says what nobody has read in the law', () =>
    expect(lettersOf(eligible).unverified).toEqual(['reglement, art. 9']))

  it('takes the way of objection of the day of sending', () =>
    expect(told(eligible, { sent: '2025-12-31' })[0]).toContain('Doe dat binnen 30 dagen nadat u deze brief kreeg.'))

  it.each([
    ['no-way-of-objection', { objection: [] }],
    ['no-way-of-objection', { sent: '2024-12-31' }],
    ['stops-while-not-refused', { stops: { lastDay: '2026-12-31' } }],
    ['proof-of-another-policy', { policy: byIncome }],
  ] as const)('is refused with %s', (code, more) =>
    expect(() => lettersOf(eligible, more)).toThrow(expect.objectContaining({ code })),
  )
})

describe('a sentence', () => {
  const options: LetterOptions = { ...base, policy: bags, proof: explain(bags, { municipality: '99998' }, on) }
  it.each([
    { to: 'policy', node: nodeOf(constant(true)) },
    { to: 'policy', node: byIncome },
    { to: 'decision', part: 'benefit' },
    { to: 'given', part: 'stops' },
  ] as const)('that rests on nothing is found: %o', (bound) =>
    expect(unbound([{ text: 'Veel geluk!', bound }], options)).toHaveLength(1),
  )
  it('that rests on the policy is not', () =>
    expect(unbound([{ text: 'x', bound: { to: 'policy', node: bags.benefit } }], options)).toEqual([]))
})

describe('as HTML', () => {
  const html = toHtml(lettersOf(eligible, { translation: 'fr' }))
  it('has its language, and each translation its own', () => {
    expect(html).toContain('<html lang="nl">')
    expect(html.match(/<article lang="[a-z]+">/g)).toEqual(['<article lang="nl">', '<article lang="fr">'])
  })
  it('has one first heading, and skips no level', () => {
    const levels = [...html.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
  })
  it('escapes what comes from outside', () => {
    expect(html).toContain('Anna &quot;Voorbeeld&quot; &amp; zoon')
    expect(html).not.toContain('<vuilniszakken>')
  })
  it('runs nothing and loads nothing', () => expect(html).not.toMatch(/<script|src=|href=|url\(|\son\w+=/))
})

describe('as PDF', () => {
  const hostile = lettersOf(eligible, {
    translation: 'de',
    authority: { name: 'Stad "#panic(1)\\', contact: '$ #import "x" \\' },
  })
  it('is PDF/UA-1, tagged, with its title and language', async () => {
    const pdf = Buffer.from(await toPdf(hostile)).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(/pdfuaid:part>1<|pdfuaid:part="1"/)
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toMatch(/\/Lang \(nl/)
    expect(pdf).toMatch(/\/DisplayDocTitle true/)
  })
  it('is the same for the same letter', async () => expect(await toPdf(hostile)).toEqual(await toPdf(hostile)))
  it('keeps what comes from outside in strings', () =>
    expect(toTypst(hostile)).toContain('#strong("Stad \\"#panic(1)\\\\")'))
})
