import { type Cents, euro, type Unknown, unknown } from '@vanzelf/rules'
import { type Connector, type FactsOf, type Known, known, type SubjectId, source } from '@vanzelf/source'
import { conformance } from '@vanzelf/source/conformance'
import { describe, it } from 'vitest'
import { answersOf, type DeclaredAnswers, declaration, declared, factsOf, type Held } from '../src/index.ts'

const rent = declared({
  name: 'rent',
  about: 'person',
  value: { type: 'money', least: 0 },
  label: { nl: 'huurprijs', en: 'rent' },
})
const foster = declared({
  name: 'foster',
  about: 'person',
  value: { type: 'truth' },
  label: { nl: 'pleeggezin', en: 'foster family' },
})
const ours = source({ ...declaration, facts: { ...factsOf(rent), ...factsOf(foster) } })

/** What citizens declared: of who declared nothing, nothing is known. */
const rents: ReadonlyMap<SubjectId, Held<Cents>> = new Map([
  ['anna', { value: euro(800), status: 'stated' }],
  ['bram', { value: euro(0), status: 'evidenced' }],
])
const fosters: ReadonlyMap<SubjectId, Held<boolean>> = new Map([
  ['anna', { value: false, status: 'evidenced' }],
  ['cleo', { value: true, status: 'stated' }],
])

/** One of the three facts of a declaration, from what is held of it. */
const answering =
  <V, Told extends string | number | boolean>(
    held: ReadonlyMap<SubjectId, Held<V>>,
    part: (answers: DeclaredAnswers<V>) => Told | Unknown,
  ) =>
  async (
    { subjects }: { readonly subjects: readonly SubjectId[] },
    signal?: AbortSignal,
  ): Promise<readonly (Known<Told> | Unknown)[]> => {
    signal?.throwIfAborted()
    return subjects.map((subject) => {
      const told = part(answersOf(held.get(subject)))
      return typeof told === 'object' ? told : known(told)
    })
  }

const connector: Connector<FactsOf<typeof ours>> = {
  rent: answering(rents, ({ stated }) => stated),
  rentStatus: answering(rents, ({ status }) => status),
  evidencedRent: answering(rents, ({ evidenced }) => evidenced),
  foster: answering(fosters, ({ stated }) => stated),
  fosterStatus: answering(fosters, ({ status }) => status),
  evidencedFoster: answering(fosters, ({ evidenced }) => evidenced),
}
const down = async ({ subjects }: { readonly subjects: readonly SubjectId[] }) =>
  subjects.map(() => unknown('unavailable'))
const failing: Connector<FactsOf<typeof ours>> = {
  rent: down,
  rentStatus: down,
  evidencedRent: down,
  foster: down,
  fosterStatus: down,
  evidencedFoster: down,
}

describe('a connector of declarations, which answers by `answersOf`, keeps what it promises', () => {
  const subjects = ['anna', 'bram', 'cleo']
  for (const { name, run } of conformance(ours, connector, {
    subjects,
    unknownSubject: 'nobody',
    on: '2026-03-10',
    failing,
  }))
    it(name, run)
})
