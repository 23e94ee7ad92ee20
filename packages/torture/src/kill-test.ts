import { running } from './process.ts'
import type { Job } from './run-one.ts'

/** How often a campaign was cut short, and what that did. */
export interface Killed {
  readonly kills: number
  /** Batches that had been acknowledged before a kill and were gone after it: none, or something is lost. */
  readonly lost: number
  readonly seconds: number
}

/** Runs a campaign that is killed at random points, until it was killed so often and then came to its end. */
export async function killed(job: Job, kills: number): Promise<Killed> {
  const began = Date.now()
  const batches = Math.ceil(job.households / job.together)
  let count = 0
  let acknowledged = 0
  let lost = 0
  for (;;) {
    // Somewhere before the first batch, between two, or in the midst of one; what is left lasts for the kills that are.
    const share = (batches - acknowledged) / (kills - count + 1)
    const after = Math.floor(Math.random() * 2 * share)
    const moment = Math.random() * 60
    let seen = 0
    const { ended } = running(job, ({ opened, done, finished }, child) => {
      if (opened !== undefined) {
        lost += Math.max(0, acknowledged - opened)
        acknowledged = Math.max(acknowledged, opened)
      }
      if (done !== undefined) {
        acknowledged = Math.max(acknowledged, done)
        seen++
      }
      if (finished === undefined && count < kills && seen >= after) setTimeout(() => child.kill('SIGKILL'), moment)
    })
    const { code, errors } = await ended
    if (code === 0) break
    if (code !== null) throw new Error(`a process of the campaign failed:\n${errors}`)
    count++
  }
  return { kills: count, lost, seconds: (Date.now() - began) / 1000 }
}
