import { type Fact, fact, parameter, type ValueType, type When } from '@vanzelf/rules'
import { checkExpression, checkPolicy, type Node, nodeOf, type PolicyNode } from '@vanzelf/rules/tree'
import { describe, expect, it } from 'vitest'

// Nodes as a document holds them: the compiler refuses most of these before they are built.
const known = (
  name: string,
  value: ValueType,
  more: { readonly when?: readonly When[]; readonly about?: string; readonly optional?: true } = {},
): Node =>
  nodeOf(
    fact({
      source: 'register',
      name,
      about: more.about ?? 'person',
      value,
      when: more.when ?? ['date', 'period'],
      ...(more.optional && { optional: true }),
    }),
  )
const text = known('text', { type: 'text' })
const truth = known('truth', { type: 'truth' })
const number = known('number', { type: 'count' })
const fine = known('fine', { type: 'year', decimals: true })
const rent = known('rent', { type: 'money', least: 0 })
const length = known('length', { type: 'days', decimals: true })
const birth = known('birth', { type: 'date' }, { when: ['date'] })
const income = known('income', { type: 'money' }, { when: ['year'] }) as Fact
const maybe = known('maybe', { type: 'count' }, { optional: true })
const members = known('members', { type: 'those', to: 'person' })
const cars = known('cars', { type: 'those', to: 'vehicle' })
const head = known('head', { type: 'one', to: 'person' })
const partner = known('partner', { type: 'one', to: 'person' }, { optional: true })
const car = known('car', { type: 'one', to: 'vehicle' })
const plate = known('plate', { type: 'text' }, { about: 'vehicle' })
const nobody = known('nobody', { type: 'those', to: 'person' }, { optional: true })
const self: Node = { kind: 'self' }
const today: Node = { kind: 'thisDay' }
const constant = (value: boolean | number | string): Node => ({ kind: 'constant', value })
const steps = nodeOf(
  parameter({
    name: 'steps',
    value: { type: 'brackets', by: { type: 'count' }, gives: { type: 'money' } },
    history: [{ from: '2020-01-01', value: [{ from: 0, value: 100 as never }], article: 'art. 1' }],
  }),
)

describe('an expression is refused', () => {
  it.each<[string, string, Node]>([
    ['euros against a count', 'wrong-unit', { kind: 'below', left: rent, right: number }],
    ['a text where a number is wanted', 'wrong-type', { kind: 'plus', parts: [text] }],
    ['texts in order', 'wrong-type', { kind: 'below', left: text, right: text }],
    ['a sum of nothing', 'no-parts', { kind: 'plus', parts: [] }],
    ['what may be absent in a comparison', 'may-be-absent', { kind: 'below', left: maybe, right: number }],
    ['whether there is what is never absent', 'never-absent', { kind: 'isPresent', part: number }],
    ['a divisor that may be zero', 'may-divide-by-zero', { kind: 'dividedBy', left: rent, by: number }],
    [
      'a divisor that rounds to zero',
      'may-divide-by-zero',
      { kind: 'dividedBy', left: rent, by: { kind: 'percentOf', share: constant(0.00001), of: constant(1) } },
    ],
    ['a table with a gap', 'bracket-gap', { kind: 'bracket', by: number, rows: [{ from: 0, value: rent }] }],
    ['a parameter’s table with a gap', 'bracket-gap', { kind: 'bracket', by: number, rows: steps as never }],
    [
      'a table that goes by something else',
      'wrong-unit',
      { kind: 'bracket', by: birth, rows: [{ value: rent }, { from: 5, value: rent }] },
    ],
    [
      'an amount with fractions of a cent',
      'needs-rounding',
      { kind: 'money', amount: { kind: 'dividedBy', left: rent, by: constant(3) } },
    ],
    [
      'a date moved by half a day',
      'not-whole',
      { kind: 'later', date: birth, unit: 'days', by: length, monthEnd: 'lastDay' },
    ],
    ['half a year', 'not-whole', { kind: 'inYear', year: fine, fact: income }],
    ['a day in half a year', 'not-whole', { kind: 'dayIn', year: fine, day: '05-01' }],
    ['a fact of a year on a date', 'wrong-time', income],
    ['a fact of a date in a year', 'wrong-time', { kind: 'inYear', year: constant(2024), fact: birth as Fact }],
    [
      'a fact of a date on each day of a period',
      'wrong-time',
      {
        kind: 'throughout',
        period: { kind: 'period', from: today, until: today },
        part: { kind: 'is', left: birth, right: today },
      },
    ],
    ['a person asked for a number plate', 'wrong-subject', { kind: 'of', one: head, part: plate }],
    [
      'people asked for a number plate',
      'wrong-subject',
      { kind: 'some', those: members, part: { kind: 'is', left: plate, right: text } },
    ],
    ['a person or a vehicle', 'wrong-subject', { kind: 'is', left: head, right: car }],
    [
      'whoever is at hand, or a vehicle, asked for a text of a person',
      'wrong-subject',
      { kind: 'of', one: { kind: 'when', cases: [{ if: truth, then: self }], otherwise: car }, part: text },
    ],
    ['one subject where several are wanted', 'wrong-type', { kind: 'count', those: head }],
    ['a sum of dates', 'wrong-type', { kind: 'sum', those: members, part: birth }],
    // A list of subjects is not chosen and is never absent.
    ['a choice of lists', 'wrong-type', { kind: 'when', cases: [{ if: truth, then: members }], otherwise: members }],
    ['a row of lists', 'wrong-type', { kind: 'bracket', by: number, rows: [{ value: members }] }],
    ['a text’s row of lists', 'wrong-type', { kind: 'keyed', by: text, rows: { x: members } }],
    ['whether there is a list', 'wrong-type', { kind: 'isPresent', part: { kind: 'of', one: partner, part: members } }],
    [
      'a list, or another where there is none',
      'wrong-type',
      { kind: 'ifAbsent', part: { kind: 'of', one: partner, part: members }, otherwise: members },
    ],
    [
      'a list of somebody who may be absent',
      'may-be-absent',
      { kind: 'count', those: { kind: 'of', one: partner, part: members } },
    ],
    ['a list that may be absent', 'wrong-type', { kind: 'count', those: nobody }],
  ])('%s: %s', (_, code, node) => {
    expect(() => checkExpression(node)).toThrow(expect.objectContaining({ name: 'DefinitionError', code }))
  })
})

describe('an expression is taken', () => {
  it.each<[string, Node]>([
    ['a bare number against euros', { kind: 'below', left: rent, right: constant(5) }],
    [
      'a divisor that is proved to be above zero',
      { kind: 'dividedBy', left: rent, by: { kind: 'highest', parts: [number, constant(1)] } },
    ],
    [
      'a table that starts where its value does',
      { kind: 'bracket', by: { kind: 'count', those: members }, rows: steps as never },
    ],
    [
      'a count of vehicles, by their plates',
      { kind: 'some', those: cars, part: { kind: 'is', left: plate, right: constant('x') } },
    ],
    [
      'a list of somebody who may be absent, counted about that one',
      {
        kind: 'ifAbsent',
        part: { kind: 'of', one: partner, part: { kind: 'count', those: members } },
        otherwise: constant(0),
      },
    ],
    ['two values that may both be absent', { kind: 'is', left: maybe, right: maybe }],
  ])('%s', (_, node) => {
    expect(() => checkExpression(node)).not.toThrow()
  })
})

describe('a policy is refused', () => {
  const right: PolicyNode = {
    kind: 'policy',
    name: 'right',
    about: 'person',
    grounds: [{ article: 'art. 1', criterion: truth }],
    benefit: { kind: 'status', what: { nl: 'recht', en: 'right' } },
    recipient: { kind: 'applicant' },
    period: { kind: 'period', from: today, until: constant('2027-01-01') },
  }
  const again = { ...(truth as Fact), source: 'elsewhere' } as Node
  const discretionCalled = (name: string, nl = 'schrijnend'): Node => ({
    kind: 'discretion',
    name,
    label: { nl, en: 'hardship' },
  })
  const both = (...parts: readonly Node[]): Node => ({ kind: 'all', parts })

  it.each<[string, string, Partial<PolicyNode>]>([
    ['without a ground', 'no-grounds', { grounds: [] }],
    ['with a ground that is no criterion', 'wrong-type', { grounds: [{ article: 'art. 1', criterion: rent }] }],
    ['with a benefit that is none', 'wrong-type', { benefit: rent }],
    [
      'with a benefit that may be absent',
      'may-be-absent',
      { benefit: { kind: 'keyed', by: text, rows: { x: right.benefit } } },
    ],
    ['with a recipient who may be absent', 'may-be-absent', { recipient: partner }],
    [
      'about a person, asked for a number plate',
      'wrong-subject',
      { requires: { kind: 'is', left: plate, right: text } },
    ],
    ['with two facts of one name', 'fact-twice', { requires: again }],
    ['with a fact and a discretion of one name', 'fact-twice', { requires: discretionCalled('truth') }],
    [
      'with a discretion called as a fact about somebody else',
      'fact-twice',
      {
        requires: both(
          { kind: 'is', left: { kind: 'of', one: car, part: plate }, right: text },
          discretionCalled('plate'),
        ),
      },
    ],
    [
      'with a discretion called as a fact of a year',
      'fact-twice',
      {
        requires: both(
          { kind: 'below', left: { kind: 'inYear', year: constant(2024), fact: income as Fact }, right: rent },
          discretionCalled('income'),
        ),
      },
    ],
    [
      'with two discretions of one name',
      'fact-twice',
      { requires: both(discretionCalled('hardship'), discretionCalled('hardship', 'onbillijk')) },
    ],
    ['without a name', 'bad-name', { name: '' }],
  ])('%s: %s', (_, code, change) => {
    expect(() => checkPolicy({ ...right, ...change })).toThrow(
      expect.objectContaining({ name: 'DefinitionError', code }),
    )
  })

  it('but one discretion may stand in it twice', () => {
    const twice = both(discretionCalled('hardship'), discretionCalled('hardship'))
    expect(() => checkPolicy({ ...right, requires: twice })).not.toThrow()
  })

  it('and otherwise its bare numbers have a unit', () => {
    const { grounds } = checkPolicy({
      ...right,
      grounds: [{ article: 'art. 1', criterion: { kind: 'below', left: rent, right: constant(5) } }],
    })
    expect(grounds[0]?.criterion).toMatchObject({ right: { kind: 'constant', value: 5, unit: 'money' } })
  })
})
