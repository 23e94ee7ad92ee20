import type { Node } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { EVERYBODY, type Growth, type Growths, isNumeric, type Part, type Want, type Whom } from './want.ts'

interface OfThose {
  readonly those: Node
  readonly part: Node
}

/** A part about each of some subjects. */
const each = (part: Part, about: (to: Whom) => Partial<Want>): fc.Arbitrary<OfThose> =>
  fc.oneof(
    ...EVERYBODY.map((to) =>
      fc.record({ those: part({ type: 'those', to }), part: part({ ...about(to), about: to }) }),
    ),
  )

const criterion =
  <Kind extends 'some' | 'every' | 'none'>(kind: Kind): Growth<OfThose & { readonly kind: Kind }> =>
  ({ type, absent }, part) =>
    type === 'truth' && absent === 'never'
      ? each(part, () => ({ type: 'truth' })).map((node) => ({ kind, ...node }))
      : undefined

const extreme =
  <Kind extends 'smallest' | 'largest'>(kind: Kind): Growth<OfThose & { readonly kind: Kind }> =>
  (want, part) =>
    want.absent === 'perhaps' && (isNumeric(want.type) || want.type === 'date')
      ? each(part, () => ({ ...want, absent: 'never' })).map((node) => ({ kind, ...node }))
      : undefined

/** Of what may be absent, the relation or the part is perhaps not there, or both. */
const presences = ({ absent }: Want) =>
  absent === 'never'
    ? ([['never', 'never']] as const)
    : ([
        ['perhaps', 'never'],
        ['never', 'perhaps'],
        ['perhaps', 'perhaps'],
      ] as const)

export const members: Growths<'members'> = {
  of: (want, part) =>
    fc
      .oneof(
        ...EVERYBODY.flatMap((to) =>
          presences(want).map(([one, value]) =>
            fc.record({
              one: part({ type: 'one', to, absent: one }),
              part: part({ ...want, about: to, absent: value }),
            }),
          ),
        ),
      )
      .map((node) => ({ kind: 'of', ...node })),
  some: criterion('some'),
  every: criterion('every'),
  none: criterion('none'),
  count: ({ type, absent }, part) =>
    type === 'count' && absent === 'never'
      ? fc.oneof(...EVERYBODY.map((to) => part({ type: 'those', to }))).map((those) => ({ kind: 'count', those }))
      : undefined,
  sum: (want, part) =>
    isNumeric(want.type) && want.absent === 'never'
      ? each(part, () => want).map((node) => ({ kind: 'sum', ...node }))
      : undefined,
  filter: ({ type, to }, part) =>
    type === 'those'
      ? fc.record({
          kind: fc.constant('filter' as const),
          those: part({ type, to }),
          part: part({ type: 'truth', about: to }),
        })
      : undefined,
  smallest: extreme('smallest'),
  largest: extreme('largest'),
}
