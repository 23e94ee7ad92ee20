import type { Policy } from '@vanzelf/rules'
import { UsageError } from './errors.ts'
import { suggestion } from './nearest.ts'

/** The policy of a name, or of the part behind its slash where only one has it; else what to say of it. */
export function findPolicy(policies: readonly Policy[], name: string): Policy | { readonly todo: string } {
  const exact = policies.find((policy) => policy.name === name)
  if (exact !== undefined) return exact
  const behindSlash = policies.filter((policy) => policy.name.endsWith(`/${name}`))
  const [only] = behindSlash
  if (only !== undefined && behindSlash.length === 1) return only
  const names = (behindSlash.length > 1 ? behindSlash : policies).map((policy) => policy.name)
  const short = names.find((full) => suggestion(name, [full.slice(full.indexOf('/') + 1)]).startsWith('did'))
  return { todo: short === undefined ? suggestion(name, names) : `did you mean \`${short}\`?` }
}

/** @throws {UsageError} `no-policy`, with the name that was most likely meant */
export function policyNamed(policies: readonly Policy[], name: string, file: string): Policy {
  const found = findPolicy(policies, name)
  if ('kind' in found) return found
  throw new UsageError({ code: 'no-policy', what: `there is no policy \`${name}\``, where: file, todo: found.todo })
}
