import { any, calendarYear, euro, fact, ground, money, policy, some } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { invitation } from './invitation.ts'

const person = { about: 'person', when: ['date'] } as const
const livingWage = fact({
  ...person,
  source: 'welfare',
  name: 'livingWage',
  value: { type: 'truth' },
  label: { nl: 'leefloon', en: 'living wage', fr: 'revenu d’intégration', de: 'Eingliederungseinkommen' },
})
const foster = fact({
  ...person,
  source: 'declaration',
  name: 'foster',
  value: { type: 'truth' },
  label: { nl: 'pleegkind', en: 'foster child', fr: 'enfant placé', de: 'Pflegekind' },
})
const members = fact({
  ...person,
  source: 'register',
  name: 'members',
  value: { type: 'those', to: 'person', least: 1 },
})
const common = { about: 'person', benefit: money(euro(50)), period: calendarYear } as const
const own = policy({ ...common, name: 'exampleville/own', grounds: [ground('art. 1', any(livingWage, foster))] })
const ofHousehold = policy({
  ...common,
  name: 'exampleville/household',
  grounds: [ground('art. 1', some(members, livingWage)), ground('art. 2', foster)],
})
const base = {
  asks: [{ source: 'declaration', name: 'foster' }],
  recipient: { name: 'Anna Voorbeeld', address: ['Straat 1', '9999 Voorbeeld'] },
  authority: { name: 'Stad Voorbeeld', contact: 'tel. 00 00' },
  sent: '2026-03-12',
} as const
const toldIn = (options: Parameters<typeof invitation>[0]) =>
  invitation(options).texts.map(({ sections }) =>
    sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  )

describe('an invitation', () => {
  it.each([
    ['fr', 'Envoyez-nous cette donnée à votre sujet : enfant placé.'],
    ['de', 'Senden Sie uns diese Angabe über Sie: Pflegekind.'],
    ['en', 'Send us this about yourself: foster child.'],
  ] as const)('asks for the fact in Dutch and %s, and tells nothing else of the policy', (translation, sentence) => {
    const [dutch, translated] = toldIn({ ...base, policy: own, translation })
    expect(dutch).toEqual([
      'Wij weten nog niet of u dit krijgt.',
      'Deze brief is voor Anna Voorbeeld.',
      'Stuur ons dit over u: pleegkind.',
      'Vraag het aan Stad Voorbeeld: tel. 00 00.',
    ])
    expect(translated).toContain(sentence)
    expect(translated).toHaveLength(5)
  })

  it('under a policy that looks at others names no fact', () => {
    const [dutch] = toldIn({ ...base, policy: ofHousehold })
    expect(dutch).toContain('U kunt ons daarbij helpen: neem contact met ons op.')
    expect(dutch?.join(' ')).not.toMatch(/pleegkind|leefloon/)
  })

  it('asks nothing that the policy does not', () =>
    expect(() => invitation({ ...base, policy: own, asks: [{ source: 'tax', name: 'income' }] })).toThrow(
      expect.objectContaining({ code: 'sentence-unbound' }),
    ))
})
