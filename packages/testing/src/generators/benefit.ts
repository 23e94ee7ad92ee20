import type { Node } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import type { Growth, Growths, Part, Want } from './want.ts'

const isBenefit = ({ type, absent }: Want) => type === 'benefit' && absent === 'never'
const label = fc.constantFrom({ nl: 'zakken', en: 'bags' }, { nl: 'maaltijden', en: 'meals' })

const several =
  <Kind extends 'composite' | 'alternative'>(
    kind: Kind,
  ): Growth<{ readonly kind: Kind; readonly parts: readonly Node[] }> =>
  (want, part: Part) =>
    isBenefit(want)
      ? fc.array(part({ type: 'benefit' }), { minLength: 1, maxLength: 3 }).map((parts) => ({ kind, parts }))
      : undefined

export const benefit: Growths<'benefit'> = {
  money: (want, part) =>
    isBenefit(want) ? part({ type: 'money', whole: true }).map((amount) => ({ kind: 'money', amount })) : undefined,
  share: (want, part) =>
    isBenefit(want)
      ? fc.record({ kind: fc.constant('share' as const), share: part({ type: 'percentage' }), of: label })
      : undefined,
  inKind: (want, part) =>
    isBenefit(want)
      ? fc.record({ kind: fc.constant('inKind' as const), count: part({ type: 'count' }), what: label })
      : undefined,
  status: (want) => (isBenefit(want) ? label.map((what) => ({ kind: 'status', what })) : undefined),
  composite: several('composite'),
  alternative: several('alternative'),
  nothing: (want) => (isBenefit(want) ? fc.constant({ kind: 'nothing' }) : undefined),
}
