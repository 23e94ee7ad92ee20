import { unknown } from '@vanzelf/rules'
import { type Answerer, eachAnswerer, type SubjectId } from '@vanzelf/source'

/** Connectors of which every answerer is asked through `around`. */
function through<C extends object>(connectors: C, around: (answerer: Answerer) => Answerer): C {
  const each = Object.entries(connectors as { readonly [source: string]: { readonly [fact: string]: Answerer } })
  // What answers each fact is what answered it before.
  return Object.fromEntries(each.map(([source, facts]) => [source, eachAnswerer(facts, around)])) as C
}

/** Of the answers a share is disturbed: of those a third fails, a third is late, and a third is overtaken. */
export const disturbed = <C extends object>(
  connectors: C,
  { share, delay }: { readonly share: number; readonly delay: number },
): C =>
  through(connectors, (answer) => async (batch, signal) => {
    const answers = await answer(batch, signal)
    if (Math.random() < share / 3) await moment(Math.random() * delay)
    if (Math.random() < share / 3) await moment(delay)
    return answers.map((one) => (Math.random() < share / 3 ? unknown('unavailable') : one))
  })

/** Each source takes its time for a batch. */
export const late = <C extends object>(connectors: C, delay: number | undefined): C =>
  delay === undefined
    ? connectors
    : through(connectors, (answer) => async (batch, signal) => {
        await moment(delay)
        return answer(batch, signal)
      })

/** A register in which a status was wrong for some: they have it where they had it not, and the reverse. */
export const corrected = <C extends object>(connectors: C, fact: string, wrong: ReadonlySet<SubjectId>): C =>
  through(connectors, (answer) => async (batch, signal) => {
    const answers = await answer(batch, signal)
    if (batch.fact.name !== fact) return answers
    return answers.map((answer, index) =>
      wrong.has(batch.subjects[index] ?? '') && 'value' in answer && typeof answer.value === 'boolean'
        ? { value: !answer.value }
        : answer,
    )
  })

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
