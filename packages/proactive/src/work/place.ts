import type { JobCounts, Queue } from '@vanzelf/ledger'
import { errorType } from '../telemetry/error-type.ts'

/** What became of one job, by ids. */
export interface JobTold {
  readonly queue: string
  readonly job: object
  /** The code of what was thrown, or its name: then it is tried again, or has failed for good. */
  readonly failed?: string
}

/** A queue of which this process knows the work. */
export interface Place {
  readonly name: string
  /** Does the next job that is due; false where there was none. */
  work(tell: (told: JobTold) => void): Promise<boolean>
  counts(): Promise<JobCounts>
}

export const placeOf = <Job extends object>(queue: Queue<Job>, act: (job: Job) => Promise<void>): Place => ({
  name: queue.name,
  work: (tell) =>
    queue.work(async (job) => {
      try {
        await act(job)
      } catch (error) {
        tell({ queue: queue.name, job, failed: errorType(error) })
        throw error
      }
      tell({ queue: queue.name, job })
    }),
  counts: () => queue.counts({ within: 5 }),
})
