import { type IsoDate, type Period, type Unknown, unknown } from '@vanzelf/rules'
import type { Known } from '@vanzelf/source'
import { dayAfter, ENDLESS } from './day.ts'
import type { DisabilityFile, FilePart, Recognition, SocialCard } from './services/disability-file.ts'

const inDoubt = unknown('in doubt')
const notPermitted = unknown('not permitted')

/** What a question needs to know beside the file itself. */
export interface FileAsked {
  readonly on: IsoDate
  /** Whether the sender is shown the part: only then does a file without it say that there is nothing in it. */
  readonly isDisclosed: boolean
}

/** The days on which a card is valid; `null` of who holds none on the day. */
export function cardOf(file: DisabilityFile, category: string, asked: FileAsked): Known<Period | null> | Unknown {
  const cards = partOf(file, 'socialCards', ({ cards }) => cards, asked.isDisclosed)
  if ('unknown' in cards) return cards
  const ours = cards.value.filter((card) => card.category === category)
  if (ours.some(({ delivered, last }) => last !== undefined && last < delivered)) return inDoubt
  const valid = ours.filter(({ delivered, last }) => delivered <= asked.on && (last === undefined || asked.on <= last))
  const [longest] = [...valid].sort((left, right) => (endOf(left) < endOf(right) ? 1 : -1))
  return { value: longest ? periodOf(longest) : null }
}

/** Most cards have no end. */
const endOf = ({ last }: SocialCard) => last ?? ENDLESS

const periodOf = ({ delivered, last }: SocialCard): Period => ({
  from: delivered,
  ...(last !== undefined && { until: dayAfter(last) }),
})

/** Whether a recognition is in force on the day. */
export function isRecognised(file: DisabilityFile, asked: FileAsked): Known<boolean> | Unknown {
  const inForce = recognitionsOn(file, asked)
  return 'unknown' in inForce ? inForce : { value: inForce.value.length > 0 }
}

/** The points of self-reliance lost by an adult; `null` where no assessment of an adult is in force. */
export function pointsOf(file: DisabilityFile, asked: FileAsked): Known<number | null> | Unknown {
  const inForce = recognitionsOn(file, asked)
  if ('unknown' in inForce) return inForce
  const adults = inForce.value.flatMap(({ adult }) => adult ?? [])
  if (inForce.value.some(({ adult, child }) => !adult && !child)) return notPermitted
  if (adults.some(({ points }) => points === undefined)) return notPermitted
  const points = [...new Set(adults.map((adult) => Number(adult.points)))]
  const [only = null, second] = points
  return second !== undefined || (only !== null && only > MOST_POINTS) ? inDoubt : { value: only }
}

/** Six areas of life, three points in each. */
const MOST_POINTS = 18

function recognitionsOn(file: DisabilityFile, { on, isDisclosed }: FileAsked): Known<readonly Recognition[]> | Unknown {
  const told = partOf(file, 'handicapRecognitions', ({ recognitions }) => recognitions, isDisclosed)
  if ('unknown' in told) return told
  const inForce: Recognition[] = []
  for (const recognition of told.value) {
    const { status, decision } = recognition
    if (!status) return notPermitted
    if (status.last !== undefined && status.last < status.from) return inDoubt
    if (on < status.from || (status.last !== undefined && status.last < on)) continue
    // Another decision may be a refusal, or one that is still to come: which codes there are is not published.
    if (decision !== undefined && decision !== DETERMINED) return inDoubt
    inForce.push(recognition)
  }
  return { value: inForce }
}

const DETERMINED = 'RECOGNITION_DETERMINED'

/**
 * A part of the file: "no data" is an answer, that nothing is in it; what was left out is not. An empty part is what a
 * filter leaves: the source writes a part with at least one entry, or none at all.
 */
function partOf<Entry>(
  { status, source, filtered }: DisabilityFile,
  part: FilePart,
  entriesOf: (source: NonNullable<DisabilityFile['source']>) => readonly Entry[] | undefined,
  isDisclosed: boolean,
): Known<readonly Entry[]> | Unknown {
  const { value, code } = source?.status ?? status
  const entries = source && entriesOf(source)
  if (value === 'TECHNICAL_ERROR') return unknown('unavailable', shown(code))
  if (value === 'NO_DATA_FOUND')
    return entries === undefined && code === NOTHING_ON_FILE
      ? { value: [] }
      : unknown(code === NOT_INTEGRATED ? 'not found' : 'in doubt', shown(code))
  if (value !== 'DATA_FOUND') return unknown('in doubt', shown(code))
  if (entries && entries.length > 0) return { value: entries }
  return isDisclosed && !filtered.some((element) => element.includes(entryOf[part])) ? { value: [] } : notPermitted
}

/** What each part holds. The source names what it filters by the part, or by what is in it. */
const entryOf: { readonly [part in FilePart]: string } = {
  handicapRecognitions: 'handicapRecognition',
  socialCards: 'socialCard',
}

/** The source knows the person, and has nothing on file. */
const NOTHING_ON_FILE = 'MSG00100'
/** The source does not know the person, or not well enough to say: that is no answer about a file. */
const NOT_INTEGRATED = 'MSG00021'

/** A code of the source, where it looks like one. */
const shown = (code: string | undefined) => (code && /^[A-Z0-9]{1,16}$/.test(code) ? code : undefined)
