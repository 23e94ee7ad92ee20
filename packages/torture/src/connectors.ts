import { unknown } from '@vanzelf/rules'
import type { Answer, Answerer, SubjectId } from '@vanzelf/source'

type Ask = (ask: () => Promise<readonly Answer[]>, batch: Parameters<Answerer>[0]) => Promise<readonly Answer[]>

/** Connectors of which every answerer is asked through `ask`. */
function through<C extends object>(connectors: C, ask: (fact: string) => Ask): C {
  const each = Object.entries(connectors as { readonly [source: string]: { readonly [fact: string]: Answerer } })
  const wrapped = each.map(([source, facts]) => [
    source,
    Object.fromEntries(
      Object.entries(facts).map(([name, answer]): [string, Answerer] => [
        name,
        (batch, signal) => ask(name)(() => answer(batch, signal), batch),
      ]),
    ),
  ])
  // What answers each fact is what answered it before.
  return Object.fromEntries(wrapped) as C
}

/** Of the answers a share is disturbed: of those a third fails, a third is late, and a third is overtaken. */
export const disturbed = <C extends object>(
  connectors: C,
  { share, delay }: { readonly share: number; readonly delay: number },
): C =>
  through(connectors, () => async (ask) => {
    const answers = await ask()
    if (Math.random() < share / 3) await moment(Math.random() * delay)
    if (Math.random() < share / 3) await moment(delay)
    return answers.map((one) => (Math.random() < share / 3 ? unknown('unavailable') : one))
  })

/** Each source takes its time for a batch. */
export const late = <C extends object>(connectors: C, delay: number | undefined): C =>
  delay === undefined
    ? connectors
    : through(connectors, () => async (ask) => {
        await moment(delay)
        return ask()
      })

/** A register in which a status was wrong for some: they have it where they had it not, and the reverse. */
export const corrected = <C extends object>(connectors: C, fact: string, wrong: ReadonlySet<SubjectId>): C =>
  through(connectors, (name) => async (ask, { subjects }) => {
    const answers = await ask()
    if (name !== fact) return answers
    return answers.map((answer, index) =>
      wrong.has(subjects[index] ?? '') && 'value' in answer && typeof answer.value === 'boolean'
        ? { value: !answer.value }
        : answer,
    )
  })

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
