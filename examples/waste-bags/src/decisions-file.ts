import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Decision } from '@vanzelf/rules/evaluate'
import type { SubjectId } from '@vanzelf/source'

/** The decisions with their explanations, one JSON document a line. */
export interface DecisionsFile {
  readonly write: (subject: SubjectId, decision: Decision, explanation: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function decisionsFile(path: string): Promise<DecisionsFile> {
  await mkdir(dirname(path), { recursive: true })
  const file = createWriteStream(path)
  return {
    write: async (subject, decision, explanation) => {
      const line = `${JSON.stringify({ subject, ...told(decision), explanation })}\n`
      if (!file.write(line)) await once(file, 'drain')
    },
    close: async () => {
      file.end()
      await finished(file)
    },
  }
}

/** A decision without the people in it: who receives it is the subject itself. */
function told(decision: Decision) {
  if (decision.outcome !== 'eligible') return { outcome: decision.outcome }
  const { outcome, ground, benefit, period, open } = decision
  return { outcome, ground, benefit, period, open }
}
