import type { IsoDate } from '@vanzelf/rules'
import type { Entry, Together } from './reading.ts'

/** Days, half-open; without a bound they have no start or no end. */
export interface Stretch {
  readonly from?: IsoDate
  readonly until?: IsoDate
}

/** A value on some days, or a contradiction. */
export type Step = Stretch & ({ readonly value: unknown } | { readonly doubt: true })

/** An entry with its days. */
export type Dated = Stretch & { readonly value: unknown }

export const isDated = (entry: Entry): entry is Dated => !('year' in entry)

/**
 * What entries say of each day of a stretch, as few steps as can be.
 * @param elsewhere the value on days that no entry has; without it they are left out
 */
export function stepsOf(
  entries: readonly Dated[],
  together: Together,
  within: Stretch,
  elsewhere?: Said,
): readonly Step[] {
  const start = within.from ?? DAWN
  const end = within.until ?? DUSK
  const cuts = new Set([start, end])
  for (const { from = DAWN, until = DUSK } of entries)
    for (const cut of [from, until]) if (start < cut && cut < end) cuts.add(cut)
  const bounds = [...cuts].sort()
  const steps: Step[] = []
  let last: { from: string; until: string; said: Said; text: string } | undefined
  const close = () => {
    if (last) steps.push({ ...stretch(last.from, last.until), ...last.said })
  }
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const until = bounds[index + 1] ?? end
    const said = saidBy(
      entries.filter((entry) => (entry.from ?? DAWN) <= from && from < (entry.until ?? DUSK)).map(({ value }) => value),
      together,
      elsewhere,
    )
    const text = JSON.stringify(said)
    if (said && last && last.until === from && last.text === text) last.until = until
    else {
      close()
      last = said && { from, until, said, text }
    }
  }
  close()
  return steps
}

// Before and after each text that is a date.
const DAWN = ''
const DUSK = '~'

const stretch = (from: string, until: string): Stretch => ({
  ...(from !== DAWN && { from: from as IsoDate }),
  ...(until !== DUSK && { until: until as IsoDate }),
})

type Said = { readonly value: unknown } | { readonly doubt: true }

/** What several values make together; nothing where there are none. */
export function saidBy(values: readonly unknown[], together: Together, elsewhere?: Said): Said | undefined {
  if (values.length === 0) return elsewhere
  const [first, ...others] = values.filter((value) => value !== undefined)
  // A row with an empty cell says nothing, not even that there is none.
  if (first === undefined) return undefined
  // Who is among them has no order; without one of our own, each ask might have another.
  if (together === 'gathered') return { value: [...new Set([first, ...others])].sort() }
  if (together === 'last to end') return { value: [first, ...others].reduce<unknown>(laterEnd, first) }
  return others.every((other) => same(first, other)) ? { value: first } : { doubt: true }
}

// They are periods: so `periodBetween` made them.
const laterEnd = (one: unknown, other: unknown): unknown => {
  const [left, right] = [one as Stretch, other as Stretch]
  const [leftEnd, rightEnd] = [left.until ?? DUSK, right.until ?? DUSK]
  if (leftEnd === rightEnd) return (right.from ?? DAWN) < (left.from ?? DAWN) ? right : left
  return rightEnd > leftEnd ? right : left
}

export const same = (left: unknown, right: unknown) => left === right || JSON.stringify(left) === JSON.stringify(right)

/** The days two stretches share; `undefined` where there are none. */
export function shared(left: Stretch, right: Stretch): Stretch | undefined {
  const from = [left.from ?? DAWN, right.from ?? DAWN].sort()[1] ?? DAWN
  const until = [left.until ?? DUSK, right.until ?? DUSK].sort()[0] ?? DUSK
  return from < until ? stretch(from, until) : undefined
}
