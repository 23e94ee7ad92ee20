import { createHash } from 'node:crypto'
import type { Delivery } from '../delivery.ts'

/** SHA-256 in hexadecimal. */
export const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/**
 * Tells one delivery from another under the same id. Of the grant alone: what is known of a recipient may change, and a
 * digest of a name and address could be guessed.
 */
export const digestOfDelivery = ({ policy, recipient, benefit, period }: Delivery): string =>
  digestOf(JSON.stringify([policy, recipient, benefit, period], sorted))

/** Names in one order: a ledger may give them back in another. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
