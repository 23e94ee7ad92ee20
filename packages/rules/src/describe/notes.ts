import type { Chapter } from '../cases.ts'
import type { Telling } from './telling.ts'
import type { Words } from './words.ts'

export const notes: Chapter<'notes', Telling, Words> = {
  note: ({ part, article, label }, telling) => {
    const told = telling.tell(part)
    const { notes, inputs } = telling.in
    const cite = (text: string) => (article === undefined ? text : notes.article(text, article))
    const { denied, join, below, figure: _, compound: __, ...kept } = told
    if (label === undefined)
      return {
        ...kept,
        ...(join && { join }),
        text: cite(told.text),
        below,
        ...(denied !== undefined && { denied: cite(denied) }),
      }
    const name = telling.define(label, part)
    // A named list keeps its name bare, as a list does: "for at least one of the …".
    if (!told.clause) return { ...kept, text: cite(told.to === undefined ? inputs.value(name) : name), below: [] }
    const named = inputs.named(name)
    return { ...kept, text: cite(named.text), denied: cite(named.denied), below: [] }
  },
}
