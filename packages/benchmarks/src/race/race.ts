import type { EngineName } from '../contenders/contenders.ts'
import { type Case, cases } from './case.ts'
import { type Player, player } from './player.ts'
import type { Mistakes } from './protocol.ts'

export interface RaceOptions {
  readonly engines: readonly EngineName[]
  /** Records of a case: the fast engines run over all of them. */
  readonly records: number
  /** How many of them are checked. */
  readonly checked: number
  readonly rounds: number
  /** How long a time slice is. */
  readonly milliseconds: number
  readonly report: (progress: string) => void
}

/** How a contender did in a case. */
export interface Run extends Mistakes {
  readonly case: Case
  readonly contender: string
  /** Nanoseconds a decision: the median of the rounds, and the best of them. */
  readonly nanoseconds: number
  readonly best: number
  /** The median of each round's ratio to the yardstick in the same round. */
  readonly ratio: number
}

export interface Race {
  readonly runs: readonly Run[]
  /** What each contender cannot say, by the name of the case. */
  readonly unsaid: readonly { readonly case: Case; readonly contender: string }[]
  /** Engines that broke on the way. */
  readonly failures: readonly { readonly engine: EngineName; readonly what: string }[]
}

interface Entrant {
  readonly player: Player
  readonly contender: number
  readonly name: string
  readonly cases: readonly string[]
}

/** Runs every contender in every case it can say. The first engine is the yardstick. */
export async function race(options: RaceOptions): Promise<Race> {
  const players = options.engines.map(player)
  try {
    const entrants: Entrant[] = []
    for (const one of players) {
      const opened = (await one.ask('open', { engine: one.engine })) ?? []
      entrants.push(...opened.map((contender, place) => ({ ...contender, player: one, contender: place })))
    }
    const timed: Timed[] = []
    for (const one of cases) {
      options.report(`${one.name}: timing`)
      timed.push(
        ...(await timesIn(
          one,
          entrants.filter(({ cases }) => cases.includes(one.name)),
          options,
        )),
      )
    }
    const runs = await mistakesOf(timed, options)
    const single = cases.filter(({ manner }) => manner === 'single')
    const askedOneByOne = entrants.filter((entrant) => single.some(({ name }) => entrant.cases.includes(name)))
    const unsaid = single.flatMap((one) =>
      askedOneByOne
        .filter((entrant) => !entrant.cases.includes(one.name))
        .map(({ name }) => ({ case: one, contender: name })),
    )
    const failures = players.flatMap(({ engine, failure }) => {
      const what = failure()
      return what === undefined ? [] : [{ engine, what }]
    })
    return { runs, unsaid, failures }
  } finally {
    for (const one of players) one.stop()
  }
}

interface Timed extends Pick<Run, 'case' | 'nanoseconds' | 'best' | 'ratio'> {
  readonly entrant: Entrant
}

/** All take turns, A B C A B C …: what slows the machine for a while slows all of them. */
async function timesIn(
  one: Case,
  entrants: readonly Entrant[],
  { records, rounds, milliseconds }: RaceOptions,
): Promise<readonly Timed[]> {
  for (const { player, contender } of entrants) {
    await player.ask('prepare', { contender, case: one, records, milliseconds })
  }
  const times: number[][] = entrants.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [place, { player, contender }] of entrants.entries()) {
      const time = await player.ask('slice', { contender, case: one })
      if (time !== undefined) times[place]?.push(time)
    }
  }
  const [yardstick = []] = times
  return entrants.map((entrant, place) => {
    const own = times[place] ?? []
    return {
      entrant,
      case: one,
      nanoseconds: median(own),
      best: Math.min(...own),
      ratio: median(own.map((time, round) => time / (yardstick[round] ?? Number.NaN))),
    }
  })
}

/** Right or wrong is no matter of time: two engines are checked side by side, the slowest first. */
async function mistakesOf(timed: readonly Timed[], { checked, report }: RaceOptions): Promise<readonly Run[]> {
  const runs = new Map<Timed, Run>()
  const cost = (all: readonly Timed[]) => all.reduce((sum, { nanoseconds }) => sum + nanoseconds, 0)
  const waiting = [...new Set(timed.map(({ entrant }) => entrant.player))]
    .map((player) => ({ player, all: timed.filter(({ entrant }) => entrant.player === player) }))
    .sort((one, other) => cost(one.all) - cost(other.all))
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { player, all } = next
      report(`${player.engine}: checking`)
      for (const one of all) {
        const { entrant, ...times } = one
        const mistakes = await player.ask('check', { contender: entrant.contender, case: one.case, records: checked })
        if (mistakes) runs.set(one, { ...times, ...mistakes, contender: entrant.name })
      }
    }
  }
  await Promise.all([lane(), lane()])
  return timed.flatMap((one) => runs.get(one) ?? [])
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
