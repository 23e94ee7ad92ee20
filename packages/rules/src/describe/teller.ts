import { type Cases, read } from '../cases.ts'
import type { Label } from '../label.ts'
import type { Kind, Node } from '../tree.ts'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import { idiomatic } from './idioms.ts'
import { inputs } from './inputs.ts'
import type { Language } from './language.ts'
import { mark } from './letters.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { ANOTHER_DAY, type Surroundings, type Telling } from './telling.ts'
import { time } from './time.ts'
import type { Words } from './words.ts'

const cases: Cases<Kind, Telling, Words> = {
  ...inputs,
  ...logic,
  ...comparison,
  ...arithmetic,
  ...choice,
  ...members,
  ...time,
  ...notes,
  ...benefit,
}

/** A part of the rule that has a name of its own, and what it means. */
export interface Definition {
  readonly name: string
  readonly meaning: Words
}

/** Tells expressions in a language, and what the names in them mean. */
export interface Teller extends Telling {
  definitions(): readonly Definition[]
}

/**
 * @param nodes every expression that will be told: names are numbered where one label names several
 */
export function teller(
  language: Language,
  nodes: Iterable<Node>,
  { on, applicant }: Pick<Surroundings, 'on' | 'applicant'>,
): Teller {
  const named = namedParts(nodes, language)
  let letters = 0

  const within = (surroundings: Surroundings): Telling => {
    const telling: Telling = {
      ...surroundings,
      in: language,
      tell: (node, change) => {
        const inner = change === undefined ? telling : within({ ...surroundings, ...change })
        return idiomatic(node, inner) ?? read(cases, node, inner)
      },
      call: (label, name) => labelIn(language, label) ?? name,
      define: (label, part) => named.find((one) => one.key === keyOf(label, part, language))?.name ?? label.nl,
      letter: () => mark(letters++),
    }
    return telling
  }

  return {
    ...within({ on, shifted: false, about: applicant, applicant }),
    // A definition holds wherever its name stands: on any day, and about whoever is at hand.
    definitions: () =>
      named.map(({ name, part }) => ({
        name,
        meaning: within({ ...ANOTHER_DAY, on: undefined, shifted: true, about: undefined, applicant }).tell(part),
      })),
  }
}

const labelIn = ({ code }: Language, label: Label | undefined): string | undefined => label && (label[code] ?? label.nl)
const keyOf = (label: Label, part: Node, language: Language) => JSON.stringify([labelIn(language, label), part])

interface NamedPart {
  readonly key: string
  readonly name: string
  readonly part: Node
}

function namedParts(nodes: Iterable<Node>, language: Language): readonly NamedPart[] {
  const parts = new Map<string, { readonly label: string; readonly part: Node }>()
  for (const node of nodes) {
    if (!('part' in node && 'label' in node) || node.label === undefined) continue
    parts.set(keyOf(node.label, node.part, language), { label: labelIn(language, node.label) ?? '', part: node.part })
  }
  const all = [...parts].map(([key, one]) => ({ key, ...one }))
  return all.map(({ key, label, part }, index) => {
    const isShared = all.filter((other) => other.label === label).length > 1
    const number = all.slice(0, index).filter((other) => other.label === label).length + 1
    return { key, part, name: isShared ? `${label} (${number})` : label }
  })
}
