import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { At, Connector, FactsOf, Purpose, SubjectId } from '@vanzelf/source'
import type { disability } from '@vanzelf/source-disability'
import { answerer, type ToldAnswer } from './answerer.ts'
import type { Consult } from './consultation.ts'
import { cardOf, type FileAsked, isRecognised, pointsOf } from './disability-told.ts'
import type { Disclosed } from './disclosed.ts'
import { joined } from './joined.ts'
import { type DisabilityFile, disabilityFile, type FilePart } from './services/disability-file.ts'

type DisabilityFact = FactsOf<typeof disability>
type FactName = DisabilityFact['name']

interface Ask {
  readonly fact: FactName
  readonly at: At
  readonly subject: SubjectId
  readonly purpose: Purpose
}

export interface DisabilityOptions {
  readonly consult: Consult
  readonly today: () => IsoDate
  readonly disclosed: readonly Disclosed[]
}

/** The federal file on disability, by GeefDossierHandicap: what is asked of one person for one day goes in one request. */
export function disabilityOver(options: DisabilityOptions): Connector<DisabilityFact> {
  const visit = joined(
    ({ subject, purpose, at }: Ask) => JSON.stringify([subject, purpose.policy, purpose.basis, purpose.asker, at]),
    (asks, signal) => visited(options, asks, signal),
  )
  const answers = <const Name extends FactName>(fact: Name) =>
    answerer<Extract<DisabilityFact, { readonly name: Name }>>((subject, { at, purpose }, signal) =>
      visit({ fact, at, subject, purpose }, signal),
    )
  return Object.freeze({
    disabilityRecognised: answers('disabilityRecognised'),
    lossOfIndependence: answers('lossOfIndependence'),
    parkingCard: answers('parkingCard'),
    reductionCard: answers('reductionCard'),
  })
}

/** Which part of the file tells a fact, and what it tells of it. */
const facts: {
  readonly [fact in FactName]: {
    readonly part: FilePart
    readonly told: (file: DisabilityFile, asked: FileAsked) => ToldAnswer
  }
} = {
  disabilityRecognised: { part: 'handicapRecognitions', told: isRecognised },
  lossOfIndependence: { part: 'handicapRecognitions', told: pointsOf },
  parkingCard: { part: 'socialCards', told: (file, asked) => cardOf(file, 'PARKINGCARD', asked) },
  reductionCard: { part: 'socialCards', told: (file, asked) => cardOf(file, 'REDUCTIONCARD', asked) },
}

async function visited(
  { consult, today, disclosed }: DisabilityOptions,
  asks: readonly Ask[],
  signal: AbortSignal,
): Promise<readonly ToldAnswer[]> {
  const [{ subject, purpose, at } = asks[0] as Ask] = asks
  if (!('on' in at) || at.on > today()) return asks.map(() => notAsked)
  const { on } = at
  const parts = new Set(asks.map(({ fact }) => facts[fact].part))
  const said = await consult(disabilityFile, (number) => ({ number, on, parts }), { subject, purpose, signal })
  return asks.map(
    ({ fact }): ToldAnswer =>
      'refusal' in said ? said.refusal : facts[fact].told(said.content, { on, isDisclosed: disclosed.includes(fact) }),
  )
}

/** Of a day to come nothing is asked: a card may be withdrawn before. */
const notAsked: Unknown = unknown('not asked')
