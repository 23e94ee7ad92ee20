import type { Node } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { positive } from './vocabulary.ts'
import { type Growths, isNumeric, type Part, type Want } from './want.ts'

const isNumber = ({ type, absent }: Want) => isNumeric(type) && absent === 'never'
const isOrdered = (want: Want) => isNumber(want) || (want.type === 'date' && want.absent === 'never')

const parts = (want: Want, part: Part, minLength = 1) => fc.array(part(want), { minLength, maxLength: 3 })

/** What may be divided by: above zero for certain. */
const divisors = ({ about }: Want, part: Part): fc.Arbitrary<Node> =>
  fc.oneof(
    fc.constantFrom<Node>(
      { kind: 'constant', value: 2 },
      { kind: 'constant', value: 12 },
      { kind: 'constant', value: 0.7 },
    ),
    fc.constant(positive(about)),
    part({ type: 'count' }).map((count): Node => ({ kind: 'highest', parts: [count, { kind: 'constant', value: 1 }] })),
  )

export const arithmetic: Growths<'arithmetic'> = {
  plus: (want, part) => (isNumber(want) ? parts(want, part).map((all) => ({ kind: 'plus', parts: all })) : undefined),
  minus: (want, part) =>
    isNumber(want)
      ? fc.record({ kind: fc.constant('minus' as const), left: part(want), right: part(want) })
      : undefined,
  times: (want, part) =>
    isNumber(want)
      ? fc.record({
          kind: fc.constant('times' as const),
          left: part(want),
          by: part({ type: 'count', whole: want.whole }),
        })
      : undefined,
  dividedBy: (want, part) =>
    isNumber(want) && !want.whole
      ? fc.record({ kind: fc.constant('dividedBy' as const), left: part(want), by: divisors(want, part) })
      : undefined,
  percentOf: (want, part) =>
    isNumber(want) && !want.whole
      ? fc.record({ kind: fc.constant('percentOf' as const), share: part({ type: 'percentage' }), of: part(want) })
      : undefined,
  round: (want, part) =>
    isNumber(want)
      ? fc.record({
          kind: fc.constant('round' as const),
          part: part({ ...want, whole: false }),
          rule: fc.constantFrom('nearest' as const, 'nearestEven' as const, 'up' as const, 'down' as const),
          step: fc.constantFrom(1, 100, 5),
        })
      : undefined,
  lowest: (want, part) =>
    isOrdered(want) ? parts(want, part).map((all) => ({ kind: 'lowest', parts: all })) : undefined,
  highest: (want, part) =>
    isOrdered(want) ? parts(want, part).map((all) => ({ kind: 'highest', parts: all })) : undefined,
}
