import { DefinitionError, type Fact, type Policy, RefusedError } from '@vanzelf/rules'
import { requirements, unverified } from '@vanzelf/rules/require'
import { purposeOf } from '@vanzelf/source'
import type { CampaignOptions } from './options.ts'

/**
 * What must hold before anything is asked.
 * @throws {RefusedError} `unverified-parameters`, `no-legal-basis`, `authorisation-expired`
 * @throws {DefinitionError} `no-holder-of-quota`, `no-such-channel`
 */
export function checkMayRun<Asks extends Fact, About extends string>(
  policy: Policy<About, Asks>,
  options: Pick<CampaignOptions<Asks, About>, 'asker' | 'on' | 'authorisations' | 'now' | 'holders' | 'takesEffect'>,
): void {
  const { asker, on, authorisations = {}, now = () => new Date(), holders = {}, takesEffect } = options
  const where = `campaign of \`${policy.name}\``
  for (const { fact } of requirements(policy)) if (fact.source !== 'discretion') purposeOf(policy, fact, asker)
  const today = now().toISOString().slice(0, 10)
  for (const source of new Set(requirements(policy).map(({ fact }) => fact.source))) {
    const authorisation = authorisations[source]
    if (authorisation && authorisation.until <= today)
      throw new RefusedError({
        code: 'authorisation-expired',
        what: `source \`${source}\` could be asked until ${authorisation.until}, that day excluded`,
        where,
        todo: 'renew the authorisation, and tell its new last day in `authorisations`',
      })
  }
  const [first, ...others] = takesEffect === 'automatically' ? unverified(policy, on) : []
  if (first)
    throw new RefusedError({
      code: 'unverified-parameters',
      what: `nobody has seen the source of \`${first.parameter}\` (${first.article})${others.length > 0 ? ` and of ${others.length} more` : ''}`,
      where,
      todo: 'look each up in the regulation and mark it `verified`, or let people approve: `takesEffect: { approvals: 2 }`',
    })
  const per = policy.quota?.per
  if (per !== undefined && per !== policy.about && holders[per] === undefined)
    throw new DefinitionError({
      code: 'no-holder-of-quota',
      what: `it is granted ${policy.quota?.times} time(s) per ${per}, and nothing tells which ${per} a grant counts for`,
      where,
      todo: `give \`holders: { '${per}': … }\`, an expression that yields everybody for whom it counts`,
    })
}
