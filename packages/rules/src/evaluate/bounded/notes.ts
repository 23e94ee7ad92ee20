import type { Chapter } from '../../cases.ts'
import type { Bounded } from './bounded.ts'
import type { Compile } from './compile.ts'

export const notes: Chapter<'notes', Compile, Bounded> = {
  note: ({ part }, compile) => compile(part),
}
