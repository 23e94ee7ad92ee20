import type { Chapter } from '../cases.ts'
import type { Typed, Typing } from './typed.ts'

export const notes: Chapter<'notes', Typing, Typed> = {
  note: ({ part, article }, typing) =>
    typing(part, article === undefined ? {} : { where: `${typing.place.where}, ${article}` }),
}
