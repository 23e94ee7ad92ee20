import {
  all,
  alternative,
  applicant,
  between,
  bracket,
  composite,
  euro,
  fact,
  filter,
  ground,
  inKind,
  is,
  money,
  none,
  nothing,
  of,
  on,
  parameter,
  percent,
  period,
  policy,
  self,
  share,
  some,
  status,
  thisDay,
  timeline,
  times,
  when,
  yes,
} from '@vanzelf/rules'
import { type Decision, decide } from '@vanzelf/rules/evaluate'
import { describe, expect, it, vi } from 'vitest'
import { WAYS } from '../../test/compiled-by.ts'

const about = 'person'
const date = ['date'] as const
const truth = <const Name extends string>(name: Name) =>
  fact({ source: 'register', name, about, value: { type: 'truth' }, when: date })
const [required, one, other] = [truth('required'), truth('one'), truth('other')]
const rent = fact({ source: 'register', name: 'rent', about, value: { type: 'money' }, when: date })
const birth = fact({ source: 'register', name: 'birth', about, value: { type: 'date' }, when: date })
const stay = fact({ source: 'register', name: 'stay', about, value: { type: 'period' }, when: date })
const head = fact({ source: 'register', name: 'head', about, value: { type: 'one', to: 'person' }, when: date })
const members = fact({ source: 'register', name: 'members', about, value: { type: 'those', to: 'person' }, when: date })

const label = { nl: 'zakken', en: 'bags' }
const bags = policy({
  name: 'bags',
  about,
  requires: required,
  grounds: [ground('art. 1', one), ground('art. 2', other)],
  benefit: money(rent),
  recipient: head,
  period: stay,
})

const NEW_YEAR = '2026-01-01'
const anna = {}
const known = {
  required: true,
  one: true,
  other: false,
  rent: euro(5),
  head: anna,
  stay: { from: '2026-01-01', until: '2027-01-01' },
} as const
const eligible = {
  outcome: 'eligible',
  ground: 'art. 1',
  benefit: { kind: 'money', amount: 500 },
  recipient: anna,
  period: { from: '2026-01-01', until: '2027-01-01' },
  open: [],
}

/** Decides by closures, and by then generated source has decided the same. */
function decided(told: object): Decision {
  const [generated, closures] = WAYS.map(([, compile]) => compile(bags).decide(told, NEW_YEAR))
  expect(generated).toEqual(closures)
  return closures as Decision
}

describe('a decision', () => {
  it.each<[string, object, object | string]>([
    ['all is known', {}, {}],
    ['the second ground holds', { one: false, other: true }, { ground: 'art. 2' }],
    ['an earlier ground is open', { one: undefined, other: true }, { ground: undefined, open: ['ground'] }],
    ['a later ground is open', { other: undefined }, {}],
    [
      'the amount is open',
      { rent: between(euro(1), euro(2)) },
      { benefit: { kind: 'money', amount: { least: 100, most: 200 } }, open: ['benefit'] },
    ],
    ['the recipient is open', { head: undefined }, { recipient: undefined, open: ['recipient'] }],
    ['the period is open', { stay: { from: '2026' } }, { period: undefined, open: ['period'] }],
    [
      'the period has no end',
      { stay: { from: '2026-01-01', until: null } },
      { period: { from: '2026-01-01', until: null } },
    ],
    [
      'more is open',
      { head: undefined, stay: undefined, one: undefined, other: true },
      { ground: undefined, recipient: undefined, period: undefined, open: ['ground', 'recipient', 'period'] },
    ],
    ['the requirement fails', { required: false }, 'not eligible'],
    [
      'the requirement fails and nothing else is known',
      { required: false, one: undefined, rent: undefined },
      'not eligible',
    ],
    ['the requirement is open', { required: undefined }, 'undetermined'],
    ['the requirement is open and no ground holds', { required: undefined, one: false }, 'not eligible'],
    ['no ground holds', { one: false }, 'not eligible'],
    ['every ground is open', { one: undefined, other: undefined }, 'undetermined'],
    ['one ground is open, the other fails', { one: undefined }, 'undetermined'],
    ['it is worth nothing', { rent: euro(0) }, 'not eligible'],
    ['it is worth less than nothing', { rent: euro(-1) }, 'not eligible'],
    ['it is worth nothing, whatever the requirement', { rent: euro(0), required: undefined }, 'not eligible'],
    ['it is worth nothing or more', { rent: between(euro(0), euro(1)) }, 'undetermined'],
    ['it is worth nothing at most', { rent: between(euro(-1), euro(0)) }, 'not eligible'],
    ['the amount is not known at all', { rent: undefined }, 'undetermined'],
  ])('where %s', (_, told, found) => {
    const decision = decided({ ...known, ...told })
    if (typeof found === 'string') expect(decision).toEqual({ outcome: found })
    else expect(decision).toEqual({ ...eligible, ...found })
  })

  it('goes to the applicant where nobody else is named', () => {
    const { recipient, ...rest } = {
      recipient: undefined,
      name: 'own',
      about,
      grounds: [ground('art. 1', one)],
      benefit: status(label),
      period: stay,
    } as const
    const own = policy(rest)
    expect(recipient).toBe(undefined)
    const told = { one: true, stay: { from: '2026-01-01' } } as const
    for (const [, compile] of WAYS) expect(compile(own).decide(told, NEW_YEAR)).toMatchObject({ recipient: told })
  })

  it('names nobody as the recipient who is not known', () => {
    const heads = policy({
      name: 'heads',
      about,
      grounds: [ground('art. 1', yes)],
      benefit: status(label),
      recipient: of(head, self),
      period: stay,
    })
    expect(decide(heads, { stay: { from: '2026-01-01' } }, NEW_YEAR)).toMatchObject({
      recipient: undefined,
      open: ['recipient'],
    })
  })

  it.each(['2026-02-30', '2026-1-1', 'tomorrow', ''])('on %s, which is no day, is refused', (on) => {
    for (const [, compile] of WAYS) {
      const decider = compile(bags)
      expect(() => decider.decide(known, on as typeof NEW_YEAR)).toThrow(expect.objectContaining({ code: 'bad-date' }))
      expect(() => decider.decideMany([known], on as typeof NEW_YEAR)).toThrow(
        expect.objectContaining({ code: 'bad-date' }),
      )
    }
  })

  it('of many is each decision, in their order', () => {
    const many = [
      known,
      { ...known, one: false },
      { ...known, one: undefined },
      { ...known, rent: euro(7) },
    ] as object[]
    for (const [, compile] of WAYS) {
      const { decide, decideMany } = compile(bags)
      expect(decideMany(many, NEW_YEAR)).toEqual(many.map((told) => decide(told, NEW_YEAR)))
    }
  })
})

describe('generated source', () => {
  it('decides where it may, and closures elsewhere', () => {
    expect(WAYS.map(([, compile]) => compile(bags).generated)).toEqual([true, false])
  })

  it('leaves everything to closures where the host forbids it', () => {
    vi.stubGlobal('Function', function forbidden() {
      throw new EvalError('a strict content policy')
    })
    try {
      const [[, compile]] = WAYS
      const { generated, decide, decideMany } = compile(bags)
      expect(generated).toBe(false)
      expect(decide(known, NEW_YEAR)).toEqual(eligible)
      expect(decideMany([known, {}], NEW_YEAR)).toEqual([eligible, { outcome: 'undetermined' }])
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('is not lost after a date for which a parameter is not in force', () => {
    const since2020 = parameter({
      name: 'since2020',
      value: { type: 'truth' },
      history: [{ from: '2020-01-01', value: true, article: 'art. 1' }],
    })
    const dated = policy({
      name: 'dated',
      about,
      grounds: [ground('art. 1', all(one, since2020))],
      benefit: status(label),
      period: period(thisDay, '2027-01-01'),
    })
    for (const [, compile] of WAYS) {
      const { decide } = compile(dated)
      expect(() => decide({ one: true }, '2019-12-31')).toThrow(
        expect.objectContaining({ code: 'parameter-not-in-force' }),
      )
      expect(decide({ one: false }, '2019-12-31').outcome).toBe('not eligible')
      expect(decide({ one: true }, NEW_YEAR).outcome).toBe('eligible')
      expect(() => decide({ one: true }, '2019-12-31')).toThrow(
        expect.objectContaining({ code: 'parameter-not-in-force' }),
      )
    }
  })
})

describe('a benefit', () => {
  const benefits = {
    nothing,
    status: status(label),
    'in kind': inKind(2, label),
    'no bags': inKind(0, label),
    share: share(percent(80), label),
    both: composite(inKind(0, label), money(rent)),
    negated: composite(money(times(rent, -1)), status(label)),
    either: alternative(money(rent), nothing),
    choice: when(one, money(euro(1))).otherwise(money(euro(3))),
    'choice of kinds': when(one, money(euro(1))).otherwise(status(label)),
    'choice of nothing': when(one, money(euro(1))).otherwise(nothing),
    rows: bracket(rent, [
      { value: nothing },
      { from: euro(1), value: inKind(1, label) },
      { above: euro(2), value: inKind(2, label) },
    ]),
  }
  it.each<[keyof typeof benefits, object, unknown]>([
    ['nothing', {}, 'not eligible'],
    ['status', {}, { kind: 'status', what: label }],
    ['in kind', {}, { kind: 'inKind', amount: 2, what: label }],
    ['no bags', {}, 'not eligible'],
    ['share', {}, { kind: 'share', amount: 80, of: label }],
    [
      'both',
      { rent: euro(1) },
      {
        kind: 'composite',
        parts: [
          { kind: 'inKind', amount: 0, what: label },
          { kind: 'money', amount: 100 },
        ],
      },
    ],
    ['both', { rent: euro(0) }, 'not eligible'],
    ['both', {}, 'undetermined'],
    // Nothing is nothing, however it was computed: never minus zero.
    [
      'negated',
      { rent: euro(0) },
      {
        kind: 'composite',
        parts: [
          { kind: 'money', amount: 0 },
          { kind: 'status', what: label },
        ],
      },
    ],
    [
      'either',
      { rent: euro(1) },
      { kind: 'alternative', parts: [{ kind: 'money', amount: 100 }, { kind: 'nothing' }] },
    ],
    ['either', { rent: euro(0) }, 'not eligible'],
    ['choice', { one: true }, { kind: 'money', amount: 100 }],
    ['choice', { one: false }, { kind: 'money', amount: 300 }],
    ['choice', {}, { kind: 'money', amount: { least: 100, most: 300 } }],
    [
      'choice of kinds',
      {},
      {
        kind: 'open',
        among: [
          { kind: 'money', amount: 100 },
          { kind: 'status', what: label },
        ],
      },
    ],
    ['choice of nothing', {}, 'undetermined'],
    ['choice of nothing', { one: false }, 'not eligible'],
    ['rows', { rent: euro(0.99) }, 'not eligible'],
    ['rows', { rent: euro(1) }, { kind: 'inKind', amount: 1, what: label }],
    ['rows', { rent: euro(2) }, { kind: 'inKind', amount: 1, what: label }],
    ['rows', { rent: euro(2.01) }, { kind: 'inKind', amount: 2, what: label }],
    ['rows', { rent: between(euro(1), euro(3)) }, { kind: 'inKind', amount: { least: 1, most: 2 }, what: label }],
  ])('%s, told %j', (name, told, found) => {
    const granting = policy({
      name: 'granting',
      about,
      grounds: [ground('art. 1', yes)],
      benefit: benefits[name],
      period: period(thisDay, '2027-01-01'),
    })
    for (const [, compile] of WAYS) {
      const decision = compile(granting).decide(told, NEW_YEAR)
      if (typeof found === 'string') expect(decision).toEqual({ outcome: found })
      else
        expect(decision).toMatchObject({
          outcome: 'eligible',
          benefit: found,
          open:
            JSON.stringify(found).includes('"least"') || JSON.stringify(found).includes('"open"') ? ['benefit'] : [],
        })
    }
  })
})

describe('what generated trees once found', () => {
  const atTimes = parameter({
    name: 'atTimes',
    value: { type: 'truth' },
    history: [{ from: '2020-01-01', value: true, article: 'art. 1' }],
  })
  const granting = (criterion: typeof one) =>
    policy({
      name: 'found',
      about,
      grounds: [ground('art. 1', criterion)],
      benefit: status(label),
      period: period(thisDay, '2027-01-01'),
    })

  it.each<[string, Parameters<typeof granting>[0], object, Decision['outcome']]>([
    [
      'a list that is chosen on the date of whoever has it',
      none(on(birth, filter(members, atTimes)), one) as never,
      { birth: '2021-01-01', members: [{ birth: '1960-01-01', one: true }] },
      'not eligible',
    ],
    [
      'a parameter that is not in force for somebody whom a filter leaves out',
      some(filter(members, one), on(birth, atTimes)) as never,
      { members: [{ one: false, birth: '1960-01-01' }] },
      'not eligible',
    ],
    ['a parameter that is perhaps not in force', on(birth, atTimes) as never, {}, 'undetermined'],
    ['two relations of which nobody is known', is(of(head, self), applicant) as never, {}, 'undetermined'],
    [
      'a step that ends where the next one starts',
      all(one) as never,
      { one: timeline({ until: '2026-01-01', value: false }, { from: '2026-01-01', value: true }) },
      'eligible',
    ],
  ])('%s', (_, criterion, told, outcome) => {
    for (const [, compile] of WAYS) expect(compile(granting(criterion)).decide(told, NEW_YEAR).outcome).toBe(outcome)
  })
})
