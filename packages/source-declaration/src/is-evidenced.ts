import { type Expression, oneOf } from '@vanzelf/rules'
import type { Declared, StatusOf } from './declared.ts'

/**
 * Whether there is evidence of what somebody states, whatever it is that is stated: for a regulation whose condition is
 * the evidence itself ("on presentation of a certificate"). Of what is merely stated: no. A rule that only counts what
 * is evidenced reads `evidenced` of the declaration instead, which leaves it open until the evidence is there.
 * @example
 * ```ts
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const label = { nl: 'pleeggezin', en: 'foster family' }
 * const foster = declared({ name: 'foster', about: 'person', value: { type: 'truth' }, label })
 * evaluate(isEvidenced(foster), { fosterStatus: 'evidenced' }) // => true
 * evaluate(isEvidenced(foster), { fosterStatus: 'stated' }) // => false
 * evaluate(isEvidenced(foster), {}) // => { unknown: 'not asked' }
 * ```
 */
export function isEvidenced<Name extends string, About extends string, Value>({
  status,
}: Declared<Name, About, Value>): Expression<boolean, StatusOf<Name, About>, About> {
  return oneOf(status, ['evidenced'])
}
