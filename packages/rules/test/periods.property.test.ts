import type { Expression } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import type { Node } from '@vanzelf/rules/tree'
import { expressions, inWords, narratorOfExpression, populations, referenceDates } from '@vanzelf/testing/generators'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { plusDays } from '../src/calendar.ts'
import { A_WHILE, runs, told, unlessNotInForce } from './generated.ts'

const date = (value: string): Node => ({ kind: 'constant', value })

const criterion = expressions({ type: 'truth', over: 'period', swept: true }, 2)

describe('a criterion over a period', () => {
  it(
    'is what it is on each of the days',
    () =>
      fc.assert(
        fc.property(
          criterion,
          referenceDates,
          fc.integer({ min: 0, max: 70 }),
          populations(),
          (part, from, length, population) => {
            const telling = narratorOfExpression(part).tell(population, { level: 'at first' })
            // A generated expression has no types for the compiler; the reference date is another than the days.
            const read = (node: Node) => evaluate(node as never as Expression<unknown>, telling.subject, '2021-05-15')
            const period: Node = { kind: 'period', from: date(from), until: date(plusDays(from, length)) }
            const found = unlessNotInForce(() => ({
              throughout: truthOf(read({ kind: 'throughout', period, part })),
              atSomeTime: truthOf(read({ kind: 'atSomeTimeIn', period, part })),
              days: read({ kind: 'daysIn', period, part }),
            }))
            const each = unlessNotInForce(() =>
              Array.from({ length }, (_, day) => truthOf(read({ kind: 'on', date: date(plusDays(from, day)), part }))),
            )
            if (found === undefined || each === undefined) return
            const [least, most] = [
              each.filter((truth) => truth === true).length,
              each.filter((truth) => truth !== false).length,
            ]
            const expected = {
              throughout: most < length ? false : least === length ? true : 'not known',
              atSomeTime: least > 0 ? true : most === 0 ? false : 'not known',
              days: least === most ? least : { least, most },
            }
            const [one, other] = [told(found, telling.nameOf), told(expected, telling.nameOf)]
            if (one !== other)
              throw new Error(
                `${one}, by the days ${other}\n${inWords(part)}\nfrom ${from} for ${length} days\n${telling}`,
              )
          },
        ),
        runs(5000),
      ),
    A_WHILE,
  )
})

const truthOf = (found: unknown) => (typeof found === 'boolean' ? found : 'not known')
