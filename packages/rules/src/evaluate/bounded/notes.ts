import type { Chapter } from '../../cases.ts'
import type { Bounded, Compile } from './bounded.ts'

export const notes: Chapter<'notes', Compile, Bounded> = {
  note: ({ part }, compile) => compile(part),
}
