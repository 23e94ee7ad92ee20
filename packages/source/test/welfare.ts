import { type Fact, fact, type IsoDate, unknown } from '@vanzelf/rules'
import { type Answer, type Answerer, type Batch, type Purpose, source } from '@vanzelf/source'

export interface Helped extends Fact<'welfare', 'helped', 'person', boolean, 'date' | 'period'> {}
export const helped = fact<Helped>({
  source: 'welfare',
  name: 'helped',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
})

/** A source with one fact, small enough to break on purpose. */
export const welfare = source({
  name: 'welfare',
  authority: { nl: 'OCMW van Voorbeeldgem', en: 'welfare centre of Exampleville' },
  facts: { helped },
})

export const purpose: Purpose = { policy: 'exampleville/meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }

export const asked = (subjects: readonly string[], on: IsoDate = '2026-01-01'): Batch<Helped> => ({
  fact: helped,
  at: { on },
  subjects,
  purpose,
})

/** Anna is helped, Bram is not; nobody else is known. */
export const helps: Answerer<Helped> = async ({ at, subjects }, signal) => {
  signal?.throwIfAborted()
  return subjects.map((subject): Answer<Helped> => {
    if (subject !== 'anna' && subject !== 'bram') return unknown('not found')
    const value = subject === 'anna'
    return { value: 'during' in at ? { timeline: [{ ...at.during, value }] } : value }
  })
}
