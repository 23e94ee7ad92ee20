import { DocumentError } from '../errors.ts'
import { inWords } from './complaint.ts'

/** No regulation nests this deep; a document that does is refused before anything walks it. */
const DEEPEST = 500

/** Refuses what would harm the program that walks a document: endless nesting, and names of the object's own machinery. */
export function checkBounds(document: unknown): void {
  // Not by recursion: that is what a hostile document would exhaust.
  const open: { readonly value: unknown; readonly path: Path; readonly depth: number }[] = [
    { value: document, path: undefined, depth: 0 },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > DEEPEST)
      throw new DocumentError({
        code: 'too-deep',
        what: `the document nests more than ${DEEPEST} levels deep`,
        where: inWords(stepsOf(path).slice(0, 5)),
        todo: 'write lists side by side instead of one within the other',
      })
    for (const [key, item] of Object.entries(value)) {
      const step = { before: path, key: Array.isArray(value) ? Number(key) : key }
      if (key === '__proto__')
        throw new DocumentError({
          code: 'bad-name',
          what: '`__proto__` cannot be a name',
          where: inWords(stepsOf(path)),
          todo: 'rename it',
        })
      open.push({ value: item, path: step, depth: depth + 1 })
    }
  }
}

type Path = { readonly before: Path; readonly key: string | number } | undefined

function stepsOf(path: Path): readonly (string | number)[] {
  const steps: (string | number)[] = []
  for (let at = path; at !== undefined; at = at.before) steps.unshift(at.key)
  return steps
}
