import type { Ledger } from '@vanzelf/ledger'
import type { Fact, IsoDate, Policy } from '@vanzelf/rules'
import { requirements } from '@vanzelf/rules/require'
import type { Change, SubjectId } from '@vanzelf/source'

/** Of whom something may be answered otherwise, and since which day; `null`: on any. */
export type ChangedSince = ReadonlyMap<SubjectId, IsoDate | null>

/**
 * Of whom changes touch a fact that a policy asks. A change of who lives together says who does now: who did before is
 * who was met when those were decided, and of them it has changed as well.
 */
export async function changedSince(
  ledger: Ledger,
  policy: Policy,
  changes: AsyncIterable<readonly Change[]>,
): Promise<ChangedSince> {
  const since = new Map<SubjectId, IsoDate | null>()
  const note = (subject: SubjectId, from: IsoDate | null) => {
    const before = since.get(subject)
    since.set(subject, before === undefined ? from : earlier(before, from))
  }
  const facts = requirements(policy).map(({ fact }) => fact)
  const touches = ({ source, facts: names }: Change, some: readonly Fact[]) =>
    some.some((fact) => fact.source === source && names.includes(fact.name))
  const relations = facts.filter(({ value: { type } }) => type === 'one' || type === 'those')

  for await (const page of changes) {
    for (const change of page) if (touches(change, facts)) for (const one of change.subjects) note(one, change.from)
    const moved = page.filter((change) => touches(change, relations))
    if (moved.length === 0) continue
    // Who of them left whom is not told: for everybody it counts from the first of these days.
    const from = moved.map((change) => change.from).reduce(earlier)
    const movers = new Set(moved.flatMap(({ subjects }) => subjects))
    for (const one of await ledger.decisions.restedOn(policy.name, [...movers])) if (!movers.has(one)) note(one, from)
  }
  return since
}

const earlier = (one: IsoDate | null, other: IsoDate | null) =>
  one === null || other === null ? null : one < other ? one : other

/** The first day of which it may be otherwise for any of these people; undefined where it is so for none of them. */
export function firstOf(since: ChangedSince, people: readonly SubjectId[]): IsoDate | null | undefined {
  const days = people.flatMap((one) => {
    const from = since.get(one)
    return from === undefined ? [] : [from]
  })
  return days.length === 0 ? undefined : days.reduce(earlier)
}
