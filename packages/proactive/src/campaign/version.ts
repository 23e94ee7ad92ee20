import { createHash } from 'node:crypto'
import type { Policy } from '@vanzelf/rules'
import { toJson } from '@vanzelf/rules/json'

/** Which text of a policy this is: the digest of its document. Another amount, date or article is another version. */
export function versionOf(policy: Policy): string {
  return createHash('sha256')
    .update(JSON.stringify(toJson(policy)))
    .digest('hex')
    .slice(0, 16)
}
