import type { Chapter } from '../../cases.ts'
import type { Emit, Emitted } from './emitted.ts'

export const notes: Chapter<'notes', Emit, Emitted> = {
  note: ({ part }, emit) => emit(part),
}
