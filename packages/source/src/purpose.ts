import { type Fact, RefusedError } from '@vanzelf/rules'

/**
 * On what ground a fact is asked: who asks, for which policy, under which authorisation. An ask without a legal basis
 * is refused before any traffic; an answer obtained for one purpose does not serve another.
 */
export interface Purpose {
  /** The policy for which it is asked. */
  readonly policy: string
  /** The legal basis, as the policy names it for this fact. */
  readonly basis: string
  /** Who asks: an organisation, or a role within it. Never a person's national number. */
  readonly asker: string
}

/** What a policy must tell for a purpose: its name, and the legal basis by the name of a fact or of its source. */
export interface Grounded {
  readonly name: string
  readonly basis?: { readonly [name: string]: string }
}

/**
 * The purpose for which a policy may ask a fact: the basis it names for that fact, else for its source.
 * @param asker the organisation, or a role within it
 * @throws {RefusedError} `no-legal-basis` when the policy names none for it, `no-asker` when nobody asks
 * @example
 * ```ts
 * import { fact } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const policy = { name: 'exampleville/meals', basis: { 'social-security': 'authorisation 2026/3' } }
 * purposeOf(policy, livingWage, 'Exampleville')
 * // => { policy: 'exampleville/meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * purposeOf({ name: 'exampleville/meals' }, livingWage, 'Exampleville') // => throws no-legal-basis
 * ```
 */
export function purposeOf(policy: Grounded, fact: Fact, asker: string): Purpose {
  const basis = policy.basis?.[fact.name] ?? policy.basis?.[fact.source]
  if (!basis?.trim())
    throw new RefusedError({
      code: 'no-legal-basis',
      what: `fact \`${fact.name}\` of source \`${fact.source}\` may not be asked: no legal basis is named for it`,
      where: `policy \`${policy.name}\``,
      todo: `name it in the policy's \`basis\`, under \`${fact.name}\` or \`${fact.source}\``,
    })
  if (!asker.trim())
    throw new RefusedError({
      code: 'no-asker',
      what: `fact \`${fact.name}\` may not be asked by nobody`,
      where: `policy \`${policy.name}\``,
      todo: 'name the organisation that asks, or a role within it',
    })
  return Object.freeze({ policy: policy.name, basis, asker })
}
