import type { Channel } from '@vanzelf/delivery'
import { invitation, letterChannel } from '@vanzelf/delivery/letters'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import type { SyntheticCity } from '@vanzelf/testing'
import { residentBehind } from './city.ts'
import { today } from './desk-options.ts'
import { rightNamed } from './rights.ts'

interface InvitationLettersOptions {
  /** Where the letters are put. */
  readonly folder: string
  readonly city: SyntheticCity
  readonly people: Pseudonyms
  readonly now: () => Date
}

/** Invitations to people of a synthetic city, as files. A name and an address are asked for a letter, and stand in it alone. */
export const invitationLetters = ({ folder, city, people, now }: InvitationLettersOptions): Channel =>
  letterChannel({
    folder,
    name: 'invitation',
    letters: (batch) =>
      batch.map(({ policy, recipient, asks = [] }) => {
        const right = rightNamed(policy)
        const resident = residentBehind(recipient, city, people)
        const household = resident && city.household(resident.household)
        if (right === undefined || resident === undefined || household === undefined) return undefined
        const { given, family } = resident.name
        const { street, houseNumber, boxNumber, postcode, name: place } = household.address
        const box = boxNumber === null ? '' : ` bus ${boxNumber}`
        return invitation({
          policy: right.policy,
          asks,
          recipient: {
            name: `${given} ${family}`,
            address: [`${street} ${houseNumber}${box}`, `${postcode} ${place}`],
          },
          authority: { name: 'Stad Gent', contact: 'aan het loket' },
          sent: today(now),
        })
      }),
  })
