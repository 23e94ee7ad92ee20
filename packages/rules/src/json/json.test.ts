import {
  all,
  atMost,
  bracket,
  calendarYear,
  composite,
  constant,
  count,
  discretion,
  fact,
  ground,
  ifAbsent,
  inKind,
  inYear,
  is,
  keyed,
  money,
  nothing,
  oncePer,
  percentOf,
  policy,
  round,
  share,
  some,
  toTheCent,
  when,
  year,
} from '@vanzelf/rules'
import { expressionToJson, parseExpression, parsePolicy, toJson } from '@vanzelf/rules/json'
import { describe, expect, it } from 'vitest'
import {
  brackets,
  ceiling,
  everyKind,
  head,
  income,
  livingWage,
  members,
  postcode,
  postcodes,
  rates,
  rent,
} from '../../test/every-kind.ts'

const bags = { nl: 'rollen zakken', en: 'rolls of bags' }
const meals = policy({
  name: 'exampleville/meals',
  about: 'person',
  label: { nl: 'maaltijden', en: 'meals', fr: 'repas' },
  regulation: 'Exampleville, council decision 2026/12',
  requires: all(livingWage, some(members, livingWage)),
  grounds: [
    ground('art. 3, 1°', atMost(inYear(year(2024), income), ceiling), { nl: 'laag inkomen', en: 'low income' }),
    ground('art. 3, 2°', atMost(rent, ceiling)),
    ground('art. 3, 3°', discretion({ name: 'hardship', label: { nl: 'schrijnend', en: 'hardship' } })),
  ],
  benefit: when(livingWage, composite(money(bracket(count(members), brackets)), inKind(2, bags)))
    .when(is(postcode, '9000'), share(ifAbsent(keyed(ifAbsent(postcode, '9000'), rates), 0 as never), bags))
    .when(is(postcode, '9030'), money(round(percentOf(12.5 as never, rent), toTheCent)))
    .otherwise(nothing),
  recipient: head,
  period: calendarYear,
  quota: oncePer('household', calendarYear),
  basis: { tax: 'protocol 3', rent: 'protocol 4' },
})
const throughText = (document: unknown): unknown => JSON.parse(JSON.stringify(document))
/** A document with one thing changed, at a path. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const document = throughText(toJson(meals))
  const [last, ...before] = path.toReversed()
  const holder = before.reduceRight<never>((at, key) => at[key as never], document as never)
  if (value === undefined) delete holder[last as never]
  else (holder as Record<string | number, unknown>)[last as string] = value
  return document
}
const complaintOf = (
  document: unknown,
): {
  readonly name?: string
  readonly code?: string
  readonly where?: string
  readonly what?: string
  readonly todo?: string
} => {
  try {
    parsePolicy(document)
  } catch (error) {
    return error as never
  }
  return {}
}

describe('there and back', () => {
  it('loses nothing of a policy', () => {
    expect(parsePolicy(throughText(toJson(meals)))).toEqual(meals)
    expect(toJson(parsePolicy(throughText(toJson(meals))))).toEqual(toJson(meals))
  })

  it.each(Object.entries(everyKind))('loses nothing of %s', (_, expression) => {
    expect(parseExpression(throughText(expressionToJson(expression)))).toEqual(expression)
  })

  it('tells each fact and parameter once', () => {
    const { facts, parameters } = toJson(meals)
    expect(facts.map(({ name }) => name)).toEqual(['livingWage', 'members', 'income', 'rent', 'postcode', 'head'])
    expect(parameters.map(({ name }) => name)).toEqual(['ceiling', 'brackets', 'rates'])
  })

  it('makes a policy that is frozen through and through', () => {
    const open: unknown[] = [parsePolicy(toJson(meals))]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (typeof next !== 'object' || next === null) continue
      expect(Object.isFrozen(next)).toBe(true)
      open.push(...Object.values(next))
    }
  })

  it('keeps a table whose keys look like the words of the tree', () => {
    const table = keyed(constant('kind'), { kind: 1, name: 2, constructor: 3 })
    expect(parseExpression(throughText(expressionToJson(table)))).toEqual(table)
  })

  it('refuses two facts of one name that differ', () => {
    const other = fact({ source: 'x', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
    expect(() => expressionToJson(all(livingWage, other))).toThrow(expect.objectContaining({ code: 'fact-twice' }))
  })
})

describe('what is wrong, and where', () => {
  const grounds = (...more: readonly (string | number)[]) => ['policy', 'grounds', ...more]

  it.each<[string, unknown, string, string]>([
    ['no object', 'policy', 'unknown-format', 'the document'],
    ['nothing', null, 'unknown-format', 'the document'],
    ['another format', changed(['format'], 'x'), 'unknown-format', 'the document'],
    ['a later version', changed(['version'], 2), 'unknown-version', 'the document'],
    ['no version', changed(['version'], undefined), 'unknown-version', 'the document'],
    ['an unknown key', changed(['policy', 'ground'], []), 'unknown-key', '`policy`'],
    [
      'an unknown key of a node',
      changed(grounds(1, 'criterion', 'limit'), 1),
      'unknown-key',
      '`policy.grounds[1].criterion`',
    ],
    [
      'an unknown kind',
      changed(grounds(1, 'criterion', 'kind'), 'atMots'),
      'unknown-kind',
      '`policy.grounds[1].criterion.kind`',
    ],
    ['no part', changed(grounds(1, 'criterion', 'right'), undefined), 'missing', '`policy.grounds[1].criterion`'],
    [
      'a number for a node',
      changed(grounds(1, 'criterion', 'right'), 3),
      'bad-value',
      '`policy.grounds[1].criterion.right`',
    ],
    [
      'a fact nobody described',
      changed(grounds(1, 'criterion', 'left', 'name'), 'rant'),
      'unknown-name',
      '`policy.grounds[1].criterion.left`',
    ],
    [
      'a parameter nobody described',
      changed(['parameters'], []),
      'unknown-name',
      '`policy.grounds[0].criterion.right`',
    ],
    [
      'a parameter described twice',
      changed(['parameters', 1], toJson(meals).parameters[0]),
      'twice',
      '`parameters[1]`',
    ],
    ['a bad name', changed(['facts', 0, 'name'], 'constructor'), 'bad-value', '`facts[0].name`'],
    [
      'a date that does not exist',
      changed(['parameters', 0, 'history', 0, 'from'], '2026-02-30'),
      'bad-value',
      '`parameters[0].history[0].from`',
    ],
    [
      'a date in another form',
      changed(['parameters', 0, 'history', 0, 'from'], '1 mei'),
      'bad-value',
      '`parameters[0].history[0].from`',
    ],
    [
      'a history out of order',
      changed(['parameters', 0, 'history', 1, 'from'], '2019-01-01'),
      'bad-value',
      '`parameters[0]`',
    ],
    [
      'rows out of order',
      changed(['parameters', 1, 'history', 0, 'value', 1, 'above'], -1),
      'bad-value',
      '`parameters[1]`',
    ],
    [
      'a value of another type',
      changed(['parameters', 0, 'history', 0, 'value'], 'much'),
      'bad-value',
      '`parameters[0]`',
    ],
    [
      'a row without a value',
      changed(['parameters', 1, 'history', 0, 'value', 1], { above: 2 }),
      'missing',
      '`parameters[1].history[0].value[1]`',
    ],
    ['nothing for a text', changed(['policy', 'name'], null), 'bad-value', '`policy.name`'],
  ])('%s', (_, document, code, where) => {
    const complaint = complaintOf(document)
    expect(complaint).toMatchObject({ name: 'DocumentError', code, where })
    expect(complaint.what).not.toMatch(/undefined|Invalid|\[object/)
    expect(complaint.todo).toBeTruthy()
  })

  it('guesses what was meant', () => {
    expect(complaintOf(changed(grounds(1, 'criterion', 'kind'), 'atMots')).todo).toMatch(/^did you mean `atMost`\?/)
  })

  it('checks the policy too, as if it had been written in code', () => {
    const wrong = changed(grounds(1, 'criterion', 'right'), { kind: 'constant', value: 3, unit: 'days' })
    expect(complaintOf(wrong)).toMatchObject({ name: 'DefinitionError' })
  })

  it('refuses the names of the object’s own machinery', () => {
    const hostile = JSON.parse(JSON.stringify(toJson(meals)).replace('"basis":{', '"basis":{"__proto__":"x",'))
    expect(complaintOf(hostile)).toMatchObject({ code: 'bad-name', where: '`policy.basis`' })
  })

  it('refuses a document without end instead of running out of stack', () => {
    const deep = (levels: number) => {
      let criterion: unknown = { kind: 'constant', value: true }
      for (let level = 0; level < levels; level++) criterion = { kind: 'not', part: criterion }
      return changed(grounds(1, 'criterion'), criterion)
    }
    expect(complaintOf(deep(100_000))).toMatchObject({ name: 'DocumentError', code: 'too-deep' })
    expect(() => parsePolicy(deep(450))).not.toThrow()
    const endless: Record<string, unknown> = { kind: 'not' }
    endless['part'] = endless
    expect(complaintOf(changed(grounds(1, 'criterion'), endless))).toMatchObject({ code: 'too-deep' })
  })
})

it('knows a parameter of every form', () => {
  for (const parameter of [ceiling, brackets, rates, postcodes])
    expect(parseExpression(throughText(expressionToJson(parameter)))).toEqual(parameter)
})
