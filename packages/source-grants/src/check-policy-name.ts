import { DefinitionError } from '@vanzelf/rules'
import type { GrantDefinition } from './grant-definition.ts'

/** A fact about grants without a policy could be answered by nobody. */
export function checkPolicyName({ policy, name }: GrantDefinition): void {
  if (policy.trim() !== '') return
  throw new DefinitionError({
    code: 'bad-name',
    what: 'the name of the policy is empty',
    where: `fact \`${name}\` of source \`grants\``,
    todo: 'name the policy under which it was granted',
  })
}
