import type { Ledger } from '@vanzelf/ledger'
import { DefinitionError } from '@vanzelf/rules'
import type { Answer, Answerer } from '@vanzelf/source'
import { eachConnector } from './each-connector.ts'

/**
 * Connectors of which each source is asked about so many subjects a second at most, by all processes together that share a
 * ledger. What is more waits for the next second.
 * @param perSecond by source; a source that is left out is not limited
 * @throws {DefinitionError} `bad-option` for a limit that is no whole number above zero
 * @example
 * ```ts
 * import { openLedger } from '@vanzelf/ledger'
 * import { fact } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'welfare', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const ledger = await openLedger({})
 * const welfare = { livingWage: async ({ subjects }: { subjects: readonly string[] }) => subjects.map(() => ({ value: true })) }
 * const limited = rateLimited({ welfare }, ledger, { welfare: 100 })
 * const purpose = { policy: 'meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * await limited.welfare.livingWage({ fact: livingWage, at: { on: '2026-01-01' }, subjects: ['p1'], purpose } as never) // => [{ value: true }]
 * await ledger.close()
 * ```
 */
export function rateLimited<C extends object>(
  connectors: C,
  { rates }: Pick<Ledger, 'rates'>,
  perSecond: { readonly [source: string]: number },
): C {
  for (const [source, most] of Object.entries(perSecond))
    if (!(Number.isInteger(most) && most >= 1))
      throw new DefinitionError({
        code: 'bad-option',
        what: `the limit of source \`${source}\` is no whole number above zero: nothing would ever be asked`,
        where: '`perSecond` of `rateLimited`',
        todo: 'say how many subjects a second it may be asked about, or leave it out',
      })
  return eachConnector(connectors, (source) => {
    const most = perSecond[source]
    return most === undefined ? undefined : (answerer) => oneAfterAnother(answerer, source, most)
  })

  function oneAfterAnother(answer: Answerer, source: string, most: number): Answerer {
    return async (batch, signal) => {
      const answers: Answer[] = []
      while (answers.length < batch.subjects.length) {
        signal?.throwIfAborted()
        const count = await rates.take(`source ${source}`, batch.subjects.length - answers.length, most)
        if (count === 0) await moment()
        else {
          const subjects = batch.subjects.slice(answers.length, answers.length + count)
          const some = await answer({ ...batch, subjects }, signal)
          // What is not one for one is told by whoever asked the whole batch.
          if (some.length !== count) return [...answers, ...some]
          answers.push(...some)
        }
      }
      return answers
    }
  }
}

/** Not the same for all who wait: else they would come back together. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200))
