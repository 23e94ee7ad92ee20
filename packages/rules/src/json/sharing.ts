import { DefinitionError, DocumentError } from '../errors.ts'
import type { Fact } from '../fact.ts'
import type { Parameter } from '../tree.ts'
import { inWords } from './complaint.ts'
import type { DescribedFact, DescribedParameter, Documented } from './document.ts'

/** The facts and parameters of a document, each told once. */
export interface Shared {
  readonly facts: readonly DescribedFact[]
  readonly parameters: readonly DescribedParameter[]
}

/** Tells parts of a tree, and collects the facts and parameters in them. */
export interface Collector extends Shared {
  told<Part>(part: Part): Documented<Part>
}

export function collector(): Collector {
  const facts = new Map<string, DescribedFact>()
  const parameters = new Map<string, DescribedParameter>()
  const visit = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(visit)
    if (isFact(value)) {
      const { kind, about, name } = value
      keep(facts, keyOf(value), withoutKind(value), 'fact', name)
      return { kind, about, name }
    }
    if (isParameter(value)) {
      keep(parameters, value.name, withoutKind(value), 'parameter', value.name)
      return { kind: value.kind, name: value.name }
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item)]))
  }
  return {
    // The same shape, part by part, with names where facts and parameters stood: TypeScript does not see it.
    told: (part) => visit(part) as never,
    get facts() {
      return [...facts.values()]
    },
    get parameters() {
      return [...parameters.values()]
    },
  }
}

const isFact = (value: object): value is Fact => 'kind' in value && value.kind === 'fact'
const isParameter = (value: object): value is Parameter => 'kind' in value && value.kind === 'parameter'
const keyOf = ({ about, name }: { readonly about: string; readonly name: string }) => JSON.stringify([about, name])

function withoutKind<Part extends { readonly kind: string }>(part: Part): Omit<Part, 'kind'> {
  const { kind: _, ...rest } = structuredClone(part)
  return rest
}

function keep<Part>(kept: Map<string, Part>, key: string, part: Part, word: string, name: string): void {
  const before = kept.get(key)
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(part))
    throw new DefinitionError({
      code: `${word}-twice`,
      what: `two ${word}s are called \`${name}\``,
      todo: 'rename one of them: a document tells them apart by name',
    })
  kept.set(key, part)
}

/** Puts facts and parameters back where their names stand, and freezes what it makes. */
export function restorer({ facts, parameters }: Shared): (part: unknown, path: readonly string[]) => unknown {
  const known = {
    fact: byKey(facts, keyOf, 'facts', (fact) => Object.freeze({ kind: 'fact', ...fact })),
    parameter: byKey(
      parameters,
      ({ name }) => name,
      'parameters',
      (parameter) => Object.freeze({ kind: 'parameter', ...parameter }),
    ),
  }
  const visit = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return Object.freeze(value.map((item, index) => visit(item, [...path, index])))
    if (isFact(value))
      return known.fact.get(keyOf(value)) ?? lost('fact', 'facts', `\`${value.name}\` about a ${value.about}`, path)
    if (isParameter(value))
      return known.parameter.get(value.name) ?? lost('parameter', 'parameters', `\`${value.name}\``, path)
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item, [...path, key])])),
    )
  }
  return visit
}

function byKey<Part extends object>(
  parts: readonly Part[],
  keyOf: (part: Part) => string,
  list: string,
  make: (part: Part) => object,
): ReadonlyMap<string, object> {
  const found = new Map<string, object>()
  parts.forEach((part, index) => {
    const key = keyOf(part)
    if (found.has(key))
      throw new DocumentError({
        code: 'twice',
        what: 'this name was used before in the same list',
        where: inWords([list, index]),
        todo: 'remove or rename one of the two',
      })
    found.set(key, make(deeplyFrozen(part)))
  })
  return found
}

function lost(word: string, list: string, name: string, path: readonly (string | number)[]): never {
  throw new DocumentError({
    code: 'unknown-name',
    what: `no ${word} is called ${name}`,
    where: inWords(path),
    todo: `describe it in \`${list}\`, or correct its spelling`,
  })
}

function deeplyFrozen<Part>(part: Part): Part {
  if (typeof part === 'object' && part !== null) for (const item of Object.values(part)) deeplyFrozen(item)
  return Object.freeze(part)
}
