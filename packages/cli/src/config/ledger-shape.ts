import type { LedgerOptions } from '@vanzelf/ledger'
import * as z from 'zod'
import { isFunction, isObject, strict } from './strict.ts'

const text = z.string('is not a text').trim().min(1, 'is empty')
const count = (what: string) => z.int(`is not a ${what}`).min(1, `is not a ${what}`)

const common = {
  schema: text.optional(),
  now: z.custom<() => Date>(isFunction, 'is not a function').optional(),
}
const embedded = strict(
  { folder: text, staleAfter: count('number of milliseconds').optional(), ...common },
  'ledger in a folder',
)
const server = strict(
  { connectionString: text, connections: count('number of connections').optional(), ...common },
  'ledger on a server',
)

/** Where a ledger is kept. One in memory would go with the command that opened it, and is refused. */
export const ledgerShape = z.unknown().transform((value, context): LedgerOptions => {
  if (!isObject(value) || !('folder' in value || 'connectionString' in value)) {
    context.addIssue('tells no `folder` and no `connectionString`: what is in memory goes with the command')
    return z.NEVER
  }
  const checked = ('connectionString' in value ? server : embedded).safeParse(value)
  if (checked.success) return checked.data as LedgerOptions
  for (const { path, message } of checked.error.issues) context.addIssue({ code: 'custom', path, message })
  return z.NEVER
})
