import fc from 'fast-check'
import type { Growths } from './want.ts'

export const notes: Growths<'notes'> = {
  note: (want, part) =>
    fc.record({ kind: fc.constant('note' as const), part: part(want), article: fc.constantFrom('art. 1', 'art. 2') }),
}
