import { DocumentError } from '@vanzelf/rules'
import { type ToRetry, toRetry } from './channel.ts'
import type { Delivery, RecipientsOf } from './delivery.ts'

/**
 * Asks for the data of recipients. A register that is down makes deliveries wait; it is told nothing of why.
 * @throws {DocumentError} `answers-missing` when it does not answer one for one
 */
export async function recipientsFor<Data>(
  ask: RecipientsOf<Data>,
  batch: readonly Delivery[],
  signal: AbortSignal,
): Promise<readonly (Data | undefined)[] | ToRetry> {
  if (batch.length === 0) return []
  let answers: readonly (Data | undefined)[]
  try {
    answers = await ask(batch, signal)
  } catch {
    // What it threw could quote somebody's data.
    signal.throwIfAborted()
    return toRetry('recipients-unavailable')
  }
  if (answers.length === batch.length) return answers
  throw new DocumentError({
    code: 'answers-missing',
    what: `\`recipients\` gave ${answers.length} answers for ${batch.length} deliveries`,
    todo: 'answer one for one, in their order, `undefined` of whom nothing is known',
  })
}
