import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import { type DecideOptions, decideAll } from '@vanzelf/proactive'
import type { AsksOfPolicy, IsoDate } from '@vanzelf/rules'
import { proofTeller } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { compileExplain } from '@vanzelf/rules/explain'
import type { SubjectId } from '@vanzelf/source'
import type { DecisionsFile } from './decisions-file.ts'
import { add, type Tally, tally } from './tally.ts'

export interface Campaign {
  readonly subjects: Iterable<SubjectId>
  readonly connectors: DecideOptions<AsksOfPolicy<typeof ghentWasteBags>>['connectors']
  readonly on: IsoDate
  readonly file: DecisionsFile
  readonly signal: AbortSignal
  readonly onProgress: (households: number) => void
}

/** Decides everybody, writes each decision with its explanation, and adds up what became of them. */
export async function campaign({ subjects, connectors, on, file, signal, onProgress }: Campaign): Promise<Tally> {
  const total = tally()
  const { explain } = compileExplain(ghentWasteBags)
  const tell = proofTeller(ghentWasteBags, { in: dutch })
  try {
    for await (const some of decideAll(ghentWasteBags, subjects, { connectors, on, asker: 'Ghent', signal })) {
      for (const { subject, decision, missing, asked, learnedFor } of some) {
        add(total, decision, missing, asked)
        await file.write(subject, decision, tell(explain(learnedFor(ghentWasteBags), on)))
      }
      onProgress(some.length)
    }
  } catch (error) {
    // Stopped by a person: what was decided until then stands in the file, and is told.
    if (!signal.aborted) throw error
  }
  return total
}
