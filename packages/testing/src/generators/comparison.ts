import type { Node } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { EVERYBODY, type Growth, type Growths, ORDERED, type Part, type Want } from './want.ts'

type Sides = { readonly left: Node; readonly right: Node }
type Compared = 'below' | 'atMost' | 'above' | 'atLeast'

const pair = (left: fc.Arbitrary<Node>, right: fc.Arbitrary<Node>): fc.Arbitrary<Sides> => fc.record({ left, right })

const isCriterion = ({ type, absent }: Want) => type === 'truth' && absent === 'never'

const compared =
  <Kind extends Compared>(kind: Kind): Growth<Sides & { readonly kind: Kind }> =>
  (want, part) =>
    isCriterion(want)
      ? fc.oneof(...ORDERED.map((type) => pair(part({ type }), part({ type })))).map((sides) => ({ kind, ...sides }))
      : undefined

const PRESENCE = ['never', 'perhaps'] as const
/** A value that is certainly there, or perhaps not. */
export const perhaps = (part: Part, change: Partial<Want>) =>
  fc.oneof(...PRESENCE.map((absent) => part({ ...change, absent })))

export const comparison: Growths<'comparison'> = {
  below: compared('below'),
  atMost: compared('atMost'),
  above: compared('above'),
  atLeast: compared('atLeast'),
  is: (want, part) => {
    if (!isCriterion(want)) return undefined
    const values = ([...ORDERED, 'truth', 'text'] as const).map((type) =>
      pair(perhaps(part, { type }), perhaps(part, { type })),
    )
    const subjects = EVERYBODY.map((to) => pair(perhaps(part, { type: 'one', to }), perhaps(part, { type: 'one', to })))
    return fc.oneof(...values, ...subjects, ...subjects).map((sides) => ({ kind: 'is', ...sides }))
  },
  oneOf: (want, part) =>
    isCriterion(want)
      ? fc.record({
          kind: fc.constant('oneOf' as const),
          left: perhaps(part, { type: 'text' }),
          among: perhaps(part, { type: 'texts' }),
        })
      : undefined,
}
