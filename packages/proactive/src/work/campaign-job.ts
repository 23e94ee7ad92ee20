import type { Ledger, Queue, ToSend } from '@vanzelf/ledger'
import type { Step } from '../campaign/course.ts'

/** A job of a campaign. Pauses are in seconds, and grow. */
export type CampaignJob =
  /** To take the campaign to what comes next, and send the jobs of that. */
  | { readonly do: 'go on'; readonly pause: number }
  | { readonly do: Step; readonly batch: number }
  /** To decide again those who wait for a source. */
  | { readonly do: 'decide again'; readonly pause: number }

/** How often it is looked whether people have approved, or let one that was stopped go on. */
const PEOPLE = { first: 10, longest: 60 } as const

/** After how long it is tried again to do what another process is doing. */
export const SOON = 2

/** Each campaign has its own queue: who does not know it leaves it to others. */
export const queueOfCampaign = (ledger: Ledger, id: string): Promise<Queue<CampaignJob>> =>
  ledger.jobs.queue<CampaignJob>(`campaign ${id}`)

/** @param after in seconds */
export const goOn = (after = 0): ToSend<CampaignJob> => ({
  job: { do: 'go on', pause: PEOPLE.first },
  once: after === 0 ? 'go on' : 'go on soon',
  after,
})

export const goOnAfter = (pause: number): ToSend<CampaignJob> => ({
  job: { do: 'go on', pause: Math.min(pause * 2, PEOPLE.longest) },
  once: 'go on later',
  after: pause,
})

/** @param after in seconds */
export const stepOf = (batch: number, step: Step, after = 0): ToSend<CampaignJob> => ({
  job: { do: step, batch },
  once: `${step} ${batch}`,
  after,
})

export const decideAgainAfter = (pause: number): ToSend<CampaignJob> => ({
  job: { do: 'decide again', pause },
  once: 'decide again',
  after: pause,
})
