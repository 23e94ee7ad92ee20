import { type Refusal, refusal } from './exceptions.ts'
import type { Asking, Exchange } from './exchange.ts'
import type { Numbers } from './numbers.ts'
import type { Registry } from './registry.ts'
import type { Service } from './service.ts'

/** What a service says of a person, and the number under which it does. */
export interface Said<Content> {
  readonly content: Content
  readonly number: string
  /** Elements of which the source has more than the one it shows. */
  readonly oneOfSeveral: readonly string[]
}

/** Asks a service about a person: registers first, and asks again when the person has a new number. */
export type Consult = <Question, Content>(
  service: Service<Question, Content>,
  questionOf: (number: string) => Question,
  asking: Asking,
) => Promise<Said<Content> | Refusal>

export function consultation({
  exchange,
  registry,
  numbers,
}: {
  readonly exchange: Exchange
  readonly registry: Registry | undefined
  readonly numbers: Numbers
}): Consult {
  return async (service, questionOf, asking) => {
    const first = numbers.numberOf(asking.subject)
    if (first === undefined) return refusal('not found')
    if (!/^\d{11}$/.test(first)) return refusal('not found', '20002')
    const seen: string[] = []
    for (let number = first; !seen.includes(number); ) {
      seen.push(number)
      const refused = await registry?.(number, asking)
      asking.signal.throwIfAborted()
      if (refused) return refused
      const reply = await exchange(service, questionOf(number), asking)
      if ('refusal' in reply) return reply
      if ('content' in reply) return aboutAnother(reply.content, number) ? refusal('in doubt') : { ...reply, number }
      numbers.replace(asking.subject, reply.replacedBy)
      number = reply.replacedBy
    }
    return refusal('in doubt', '30004')
  }
}

/** An answer that names another person than the one asked about; not each service repeats whom it is about. */
const aboutAnother = (content: unknown, number: string) =>
  typeof content === 'object' &&
  content !== null &&
  'number' in content &&
  content.number !== undefined &&
  content.number !== number
