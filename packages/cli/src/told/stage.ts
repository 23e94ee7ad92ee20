import { quoted, suggestion } from '../nearest.ts'
import { badFile } from '../written/bad-file.ts'
import type { Entry, Place, Written } from '../written/written.ts'
import { APPLICANT, type Cast, checkMemberName, EVERYONE, type Layer } from './cast.ts'
import { readFact } from './read-fact.ts'
import type { Meet } from './read-value.ts'
import type { Tellables } from './tellable.ts'

/** A situation, and what its people are called. */
export interface Staged {
  readonly situation: object
  nameOf(subject: object | undefined): string
}

interface Met {
  readonly kind: string
  readonly subject: { [fact: string]: unknown }
}

/**
 * Makes a situation of what a file tells: names become the very people, so that relations may close. Of what kind
 * somebody is, the relation that names them says.
 * @throws {UsageError} `bad-file` at the first thing that does not fit
 */
export function stage(tellables: Tellables, about: string, cast: Cast): Staged {
  const met = new Map<string, Met>()
  const names = new Map<object, string>()
  const toTell: (() => void)[] = []

  const meet: Meet = (kind, written) => {
    if (written.kind === 'map') return introduce(kind, undefined, written.entries)
    const name = written.kind === 'text' ? nameIn(written.text) : badFile(written.place, 'this is no name', 'write one')
    const known = met.get(name)
    if (known === undefined) return introduceMember(kind, name, written)
    if (known.kind !== kind)
      badFile(
        written.place,
        `\`${name}\` is a ${known.kind}, and here a ${kind} is named`,
        'give each a name of its own',
      )
    return known.subject
  }
  const nameIn = (text: string) => (text === APPLICANT ? cast.subject : text)

  const introduceMember = (kind: string, name: string, { place }: Pick<Written, 'place'>) => {
    checkMemberName(name, place)
    const told = [cast.shared, cast.own].flatMap(({ members }) => members.get(name) ?? [])
    if (told.length === 0) badFile(place, `nothing is told of \`${name}\``, whoIsThere(name, place, cast))
    return introduce(
      kind,
      name,
      told.flatMap(({ facts }) => facts),
    )
  }

  const introduce = (kind: string, name: string | undefined, facts: readonly Entry[]): object => {
    const subject: { [fact: string]: unknown } = {}
    if (name !== undefined) met.set(name, { kind, subject })
    names.set(subject, name ?? `a ${kind} without a name`)
    toTell.push(() => {
      const known = tellables.of(kind)
      for (const { key, value } of lastOfEach([...cast.shared.everyone, ...cast.own.everyone])) {
        const fact = known.get(key)
        if (fact !== undefined && !facts.some((own) => own.key === key)) subject[key] = readFact(fact, value, meet)
      }
      for (const { key, value, place } of lastOfEach(facts)) {
        const fact = known.get(key)
        if (fact === undefined)
          badFile(
            place,
            `\`${tellables.policy}\` asks no fact \`${key}\` of a ${kind}`,
            suggestion(key, [...known.keys()]),
          )
        subject[key] = readFact(fact, value, meet)
      }
    })
    return subject
  }

  const situation = introduceMember(about, cast.subject, cast)
  for (let next = toTell.shift(); next !== undefined; next = toTell.shift()) next()
  for (const [name, { place }] of cast.own.members)
    if (!met.has(name))
      badFile(
        place,
        `nobody here refers to \`${name}\``,
        `name it in a relation, such as ${relationsOf(tellables, about)}`,
      )
  return { situation, nameOf: (subject) => (subject && names.get(subject)) ?? 'somebody who is not known' }
}

/** What a case tells replaces what all cases share. */
const lastOfEach = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.key, entry])).values()

function whoIsThere(name: string, { row }: Place, { shared, own, subject }: Cast): string {
  const members = [...new Set([...namesIn(shared), ...namesIn(own)])]
  const isSubject = name === subject && name === APPLICANT && members.length > 0
  if (isSubject) return `say with \`subject\` who is decided on: ${quoted(members)}`
  if (row !== undefined)
    return `${suggestion(name, members)}; where nothing is known, a heading such as \`${name}.fact\` suffices`
  if (members.length === 0) return `tell it under \`given\`, below \`${name}\``
  return `${suggestion(name, members)}; where nothing is known, write \`${name}: {}\` under \`given\``
}
const namesIn = ({ members }: Layer) => [...members.keys()].filter((name) => name !== EVERYONE)

function relationsOf(tellables: Tellables, about: string): string {
  const relations = [...tellables.of(about).values()].filter(
    ({ value }) => value.type === 'one' || value.type === 'those',
  )
  return quoted(relations.map(({ name }) => name))
}
