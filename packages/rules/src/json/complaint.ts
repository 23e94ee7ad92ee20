import type { z } from 'zod'
import { DocumentError } from '../errors.ts'

type Path = readonly PropertyKey[]

/** A path as one would write it: `policy.grounds[1].criterion`. */
export function inWords(path: Path): string {
  if (path.length === 0) return 'the document'
  const steps = path.map((step, index) => {
    if (typeof step === 'number') return `[${step}]`
    const key = String(step)
    if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key.slice(0, 60))}]`
    return index === 0 ? key : `.${key}`
  })
  return `\`${steps.join('')}\``
}

/** What a schema found wrong, as an error that says where and what to do. */
export function complaint(issues: readonly z.core.$ZodIssue[], document: unknown): DocumentError {
  const [first] = issues.map(innermost)
  if (first === undefined)
    return new DocumentError({ code: 'bad-document', what: 'the document does not fit', where: 'the document' })
  const more = issues.length > 1 ? `; ${issues.length - 1} more after it` : ''
  const { code, what, todo, at = first.path } = told(first, document)
  return new DocumentError({ code, what, where: inWords(at), todo: `${todo}${more}` })
}

/** Of the ways in which a choice failed, the one that got furthest. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
  const tries = issue.errors.flatMap(([first]) =>
    first === undefined ? [] : [innermost({ ...first, path: [...issue.path, ...first.path] })],
  )
  const furthest = tries.toSorted((a, b) => b.path.length - a.path.length)[0]
  if (furthest === undefined || furthest.path.length === issue.path.length) return issue
  return furthest
}

interface Told {
  readonly code: string
  readonly what: string
  readonly todo: string
  readonly at?: Path
}

function told(issue: z.core.$ZodIssue, document: unknown): Told {
  const { path } = issue
  const last = path.at(-1)
  const value = valueAt(document, path)
  if (value === undefined && issue.code !== 'unrecognized_keys')
    return { code: 'missing', what: `\`${String(last)}\` is missing`, todo: 'add it', at: path.slice(0, -1) }
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'unknown-key',
        what: `${issue.keys.map((key) => `\`${key.slice(0, 60)}\``).join(', ')} is not known here`,
        todo: 'remove it, or correct its spelling',
      }
    case 'invalid_union':
      if ('discriminator' in issue && 'options' in issue)
        return unknownKind(String(issue.discriminator), value, issue.options)
      return {
        code: 'bad-value',
        what: 'this is none of the forms that may stand here',
        todo: 'look the forms up in the published schema',
      }
    case 'invalid_type':
      return {
        code: 'bad-value',
        what: `here stands ${formOf(value)}, not ${expected(issue.expected)}`,
        todo: 'change it',
      }
    case 'invalid_value':
      return {
        code: 'bad-value',
        what: 'this is not one of the values that may stand here',
        todo: `write one of: ${issue.values.map(String).join(', ')}`,
      }
    case 'custom':
      return {
        code: 'bad-value',
        what: issue.message,
        todo: typeof issue.params?.['todo'] === 'string' ? issue.params['todo'] : 'change it',
      }
    case 'invalid_format':
      return {
        code: 'bad-value',
        what: 'this text does not have the form that it must have',
        todo: 'write a date as YYYY-MM-DD, and a day of the calendar as MM-DD',
      }
    default:
      return {
        code: 'bad-value',
        what: 'this value may not stand here',
        todo: issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
      }
  }
}

function unknownKind(key: string, value: unknown, options: unknown): Told {
  const known = Array.isArray(options) ? options.map(String) : []
  if (typeof value !== 'string')
    return { code: 'unknown-kind', what: `its \`${key}\` is not a text`, todo: `write one of: ${known.join(', ')}` }
  const near = nearest(value, known)
  const what = `\`${value.slice(0, 60)}\` is not a known \`${key}\``
  return {
    code: 'unknown-kind',
    what,
    todo: near === undefined ? `write one of: ${known.join(', ')}` : `did you mean \`${near}\`?`,
  }
}

/** The known word that differs least, if it differs little. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceOf(word.slice(0, 60).toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= 2 ? best.candidate : undefined
}

/** How many letters have to be added, removed or changed. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as { readonly [key: PropertyKey]: unknown })[key]
        : undefined,
    document,
  )
}

function formOf(value: unknown): string {
  if (value === null) return 'nothing (`null`)'
  if (Array.isArray(value)) return 'a list'
  return (
    { string: 'a text', number: 'a number', boolean: 'a yes or no', object: 'an object' }[typeof value as string] ??
    'something that JSON does not know'
  )
}

const expected = (type: string) =>
  ({
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'a yes or no',
    object: 'an object',
    array: 'a list',
    record: 'an object',
  })[type] ?? `what the schema calls ${type}`
