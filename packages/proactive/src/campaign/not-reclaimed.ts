import type { Ledger, RecordedAct, RecordedGrant } from '@vanzelf/ledger'
import { isLoss, type Loss } from './loss.ts'

/** Somebody from whom nothing is asked back, though less would be granted now. */
export interface NotReclaimed {
  /** `kept`: for good · `to review`: until a person has decided, and what was received before then is not asked back either */
  readonly why: 'kept' | 'to review'
  /** How the grant stood. */
  readonly grant: RecordedGrant
  /** How many cents less would be granted; 0 where it is no money that is less. */
  readonly less: number
  /** Where the regulation says so. */
  readonly law: string
}

/**
 * From whom nothing is asked back of what a campaign found too much, and by which law: first who keeps it, then who waits
 * for a person, each in the order of the subjects. Who was told so before, of the same grant and amount, is in the list of
 * the campaign that said it first: so a campaign over whom changes concern has the list of one over everybody.
 */
export async function* notReclaimed(ledger: Ledger, campaign: string): AsyncGenerator<NotReclaimed> {
  yield* losses(ledger, campaign, 'kept', 'kept')
  yield* losses(ledger, campaign, 'review asked', 'to review')
}

async function* losses(
  ledger: Ledger,
  campaign: string,
  kind: string,
  why: NotReclaimed['why'],
): AsyncGenerator<NotReclaimed> {
  for await (const page of ledger.acts.of(campaign, kind, { repeats: 'left out' })) {
    const found = page.flatMap(lossIn)
    const grants = await ledger.grants.at(found.map(({ grant: id, revision }) => ({ id, revision })))
    const byStep = new Map(grants.map((grant) => [`${grant.id} ${grant.revision}`, grant]))
    for (const { grant: id, revision, less, law } of found) {
      const grant = byStep.get(`${id} ${revision}`)
      if (grant) yield { why, grant, less, law }
    }
  }
}

const lossIn = ({ content }: RecordedAct): readonly Loss[] => (isLoss(content) ? [content] : [])
