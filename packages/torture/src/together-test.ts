import type { PostgresServer } from '@vanzelf/testing/postgres'
import { running } from './process.ts'
import type { Job } from './run-one.ts'

/**
 * Has several processes work at once on one campaign in the queue, a third of whose answers is disturbed, and restarts the
 * server in the midst of it. A process that the restart ends is started again, as whoever keeps processes running would.
 */
export async function together(
  job: Job,
  workers: number,
  server: PostgresServer,
): Promise<{ readonly seconds: number; readonly restarts: number }> {
  const began = Date.now()
  const half = Math.ceil(job.households / job.together / 2)
  let restarted: Promise<void> | undefined
  const disturbed: Job = { ...job, works: 'together', disturbed: { share: 1 / 3, delay: 20 } }
  const one = async () => {
    for (let starts = 0; starts < 50; starts++) {
      const { code, errors } = await running(disturbed, ({ done }) => {
        if (done !== undefined && done >= half) restarted ??= server.restart()
      }).ended
      await restarted
      if (code === 0) return
      if (starts === 49) throw new Error(`a worker does not come to an end:\n${errors}`)
    }
  }
  await Promise.all(Array.from({ length: workers }, one))
  return { seconds: (Date.now() - began) / 1000, restarts: restarted ? 1 : 0 }
}
