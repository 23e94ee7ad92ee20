import { type Reason, type Unknown, unknown } from '@vanzelf/rules'

/** What the platform says went wrong, or should be minded. */
export interface Exception {
  readonly code: string
  readonly type: string
  readonly annotations: readonly { readonly name: string; readonly value: string }[]
}

/** The person got another national number. It has its own course: the question is asked again with the new one. */
export const REPLACED = '30004'

/** Of several occurrences at the source the answer shows one; the annotation `Node` says of which element. */
export const ONE_OF_SEVERAL = '30042'

/** The question was wrong, and nothing was done with it: asking again does not help, a person must look. */
export const wrongQuestions: ReadonlySet<string> = new Set([
  '13101',
  '14001',
  '20003',
  '20004',
  '20006',
  '20007',
  '20110',
  '25001',
  '30014',
  '30032',
  '48074',
  '50000',
])

/** What each code of the platform means for whoever asked. */
const reasons: { readonly [code: string]: Reason } = {
  // the source has nothing on record
  '30001': 'not found',
  '30016': 'not found',
  '30101': 'not found',
  '40000': 'not found',
  '40131': 'not found',
  '45008': 'not found',
  '50003': 'not found',
  '70001': 'not found',
  // the source does not know this number: the code keeps that apart from having nothing on record
  '20002': 'not found',
  '30003': 'not found',
  // the source, or the platform, may not tell us
  '13202': 'not permitted',
  '15021': 'not permitted',
  '40005': 'not permitted',
  '40006': 'not permitted',
  '60011': 'not permitted',
  // no answer this time: ask again later
  '16013': 'unavailable',
  '60006': 'unavailable',
  '60009': 'unavailable',
  '60013': 'unavailable',
  '90000': 'unavailable',
  '99994': 'unavailable',
  '99995': 'unavailable',
  '99996': 'unavailable',
  '99997': 'unavailable',
  // an answer that cannot be relied upon
  '16010': 'in doubt',
  '30004': 'in doubt',
  '30040': 'in doubt',
  '30042': 'in doubt',
  '48181': 'in doubt',
  '60000': 'in doubt',
  '60007': 'in doubt',
  '99982': 'in doubt',
  '99983': 'in doubt',
  '99984': 'in doubt',
  '99986': 'in doubt',
  ...Object.fromEntries([...wrongQuestions].map((code) => [code, 'in doubt'] as const)),
}

/** Beside content these take nothing from it: a description is missing (we read codes), one of several is shown. */
const harmless: ReadonlySet<string> = new Set(['99984', ONE_OF_SEVERAL])

/** Why there is no answer. */
export interface Refusal {
  readonly refusal: Unknown
  /** Asking again later may help. */
  readonly passing: boolean
  /** How often the answer says so, once unless told: some services speak for several administrations. */
  readonly times?: number
}

export function refusal(reason: Reason, code?: string): Refusal {
  return { refusal: unknown(reason, code), passing: reason === 'unavailable' }
}

/**
 * What the exceptions of an answer leave of it: a refusal, or `undefined` where its content stands. A code we do not
 * know is in doubt, unless it is no more than an information beside content. That one source has nothing on record
 * says little while another did not answer: of two alike the other one tells.
 * @param restated codes that the content says itself
 */
export function refusalOf(
  exceptions: readonly Exception[],
  hasContent: boolean,
  restated: readonly string[] = [],
): Refusal | undefined {
  const left = exceptions.filter(
    (exception) => !(hasContent && (restated.includes(exception.code) || isHarmless(exception))),
  )
  const inOrder = ['FOUT', 'WAARSCHUWING', 'INFORMATIE'].flatMap((type) =>
    left.filter((exception) => exception.type.startsWith(type.slice(0, 4))),
  )
  const worst =
    inOrder.find(({ code, type }) => type === inOrder[0]?.type && reasons[code] !== 'not found') ?? inOrder[0]
  if (worst) {
    const times = left.filter(({ code }) => code === worst.code).length
    return { ...refusal(reasons[worst.code] ?? 'in doubt', worst.code), times }
  }
  return hasContent ? undefined : refusal('in doubt', exceptions[0]?.code)
}

function isHarmless({ code, type }: Exception): boolean {
  if (type === 'FOUT') return false
  return harmless.has(code) || (reasons[code] === undefined && type !== 'WAARSCHUWING')
}
