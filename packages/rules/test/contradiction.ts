import type { Decision, Given } from '@vanzelf/rules/evaluate'

/** How two tellings of the same population tell the same somebody. */
export type NameOf = (subject: unknown) => string | undefined

interface Range {
  readonly least: number | string
  readonly most: number | string
}
const isRange = (value: unknown): value is Range => typeof value === 'object' && value !== null && 'least' in value
const rangeOf = (value: unknown): Range | undefined =>
  isRange(value)
    ? value
    : typeof value === 'number' || typeof value === 'string'
      ? { least: value, most: value }
      : undefined

/** Whether what was said of a number or a date leaves room for what is found later. */
export function leavesRoom(said: unknown, found: unknown): boolean {
  const [wide, narrow] = [rangeOf(said), rangeOf(found)]
  if (wide === undefined || narrow === undefined) return false
  return wide.least <= narrow.least && narrow.most <= wide.most
}

/** The benefits of which one is granted, each by itself. */
const eachOf = (given: Given): readonly Given[] => (given.kind === 'open' ? given.among.flatMap(eachOf) : [given])

const rangeIn = (given: Given): Range | undefined => ('amount' in given ? rangeOf(given.amount) : undefined)
const whatOf = (given: Given) => JSON.stringify({ ...given, amount: undefined })

/** Whether a benefit that was said leaves room for the one that is found. */
function leavesRoomFor(said: Given, found: Given): boolean {
  if (found.kind === 'open') return found.among.every((one) => leavesRoomFor(said, one))
  const alike = eachOf(said).filter((one) => one.kind === found.kind)
  if ('parts' in found)
    return alike.some(
      (one) =>
        'parts' in one &&
        one.parts.length === found.parts.length &&
        one.parts.every((part, index) => leavesRoomFor(part, found.parts[index] as Given)),
    )
  const same = alike.filter((one) => whatOf(one) === whatOf(found))
  if (!('amount' in found)) return same.length > 0
  // Amounts that lie apart may be told as one range once fewer other benefits are open.
  const ranges = same.flatMap((one) => rangeIn(one) ?? [])
  const hull = {
    least: ranges.map(({ least }) => least).toSorted(byNumber)[0],
    most: ranges
      .map(({ most }) => most)
      .toSorted(byNumber)
      .at(-1),
  }
  return (
    ranges.length > 0 &&
    leavesRoom(
      typeof found.amount === 'number' ? ranges.find((range) => leavesRoom(range, found.amount)) : hull,
      found.amount,
    )
  )
}

const byNumber = (a: number | string, b: number | string) => Number(a) - Number(b)

/** What of a decision is contradicted by a decision that was made knowing more. */
export function contradiction(said: Decision, saidOf: NameOf, found: Decision, foundOf: NameOf): string | undefined {
  if (said.outcome === 'undetermined') return undefined
  if (said.outcome !== found.outcome) return `${said.outcome}, then ${found.outcome}`
  if (said.outcome !== 'eligible' || found.outcome !== 'eligible') return undefined
  if (said.ground !== undefined && said.ground !== found.ground) return `ground ${said.ground}, then ${found.ground}`
  if (said.recipient !== undefined && saidOf(said.recipient) !== foundOf(found.recipient))
    return `recipient ${saidOf(said.recipient)}, then ${foundOf(found.recipient)}`
  if (said.period !== undefined && JSON.stringify(said.period) !== JSON.stringify(found.period))
    return `period ${JSON.stringify(said.period)}, then ${JSON.stringify(found.period)}`
  if (!leavesRoomFor(said.benefit, found.benefit))
    return `benefit ${JSON.stringify(said.benefit)}, then ${JSON.stringify(found.benefit)}`
  return undefined
}
