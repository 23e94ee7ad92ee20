import { type Letter, type LetterLanguage, letter, type ObjectionVersion } from '@vanzelf/delivery/letters'
import type { IsoDate } from '@vanzelf/rules'
import type { Proof } from '@vanzelf/rules/explain'
import type { Right } from './rights.ts'
import type { Told } from './told.ts'

/** What a letter of the counter is made of. */
export interface ToldLetter {
  readonly right: Right
  readonly told: Told & { readonly outcome: 'eligible' }
  /** Tells this letter from others while the clerk is signed in: no name is asked of any register. */
  readonly reference: string
  readonly on: IsoDate
  readonly translation?: Exclude<LetterLanguage, 'nl'>
}

/**
 * The letter of a grant, made of what the clerk was told: the proof it rests on holds the decision and not one step of how it
 * was found.
 */
export const letterOf = ({ right: { policy }, told, reference, on, translation }: ToldLetter): Letter =>
  letter({
    policy,
    proof: proofOf(policy.name, told, on),
    recipient: { name: reference, address: [] },
    authority: { name: 'Stad Gent', contact: 'aan dit loket' },
    sent: on,
    objection: OBJECTION,
    ...(translation && { translation }),
  })

const proofOf = (policy: string, { ground, benefit, period }: ToldLetter['told'], on: IsoDate): Proof => ({
  policy,
  on,
  decision: { outcome: 'eligible', ground, benefit, period, recipient: undefined, open: [] },
  requires: [],
  grounds: [],
  benefit: [],
  recipient: [],
  period: [],
  missing: [],
})

/** The general way of appeal against a decision of an authority. A city fills in its own objection before it. */
const OBJECTION: readonly ObjectionVersion[] = [
  {
    from: '2014-01-01',
    where: 'de Raad van State, afdeling Bestuursrechtspraak',
    days: 60,
    law: 'procedurereglement van de Raad van State, art. 4',
    verified: false,
  },
]
