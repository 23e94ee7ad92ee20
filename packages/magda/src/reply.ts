import { SOAP } from './envelope.ts'
import { type Exception, ONE_OF_SEVERAL, REPLACED, type Refusal, refusal, refusalOf } from './exceptions.ts'
import type { Service } from './service.ts'
import { Misfit, type Reader, readXml } from './xml.ts'

/** What came of a question: content, a refusal, or the number under which the person is known by now. */
export type Reply<Content> =
  | { readonly content: Content; readonly oneOfSeveral: readonly string[] }
  | Refusal
  | { readonly replacedBy: string }

/**
 * Reads an answer. What does not fit the shape, or answers another question, is in doubt.
 * @param reference of the question
 */
export async function replyOf<Content>(
  service: Service<never, Content>,
  xml: string,
  reference: string,
): Promise<Reply<Content>> {
  try {
    return await readXml(xml, { soap: SOAP, m: service.namespace }, (document) => read(service, document, reference))
  } catch (error) {
    if (error instanceof Misfit) return refusal('in doubt')
    throw error
  }
}

function read<Content>(service: Service<never, Content>, document: Reader, reference: string): Reply<Content> {
  const fault = document.one('/soap:Envelope/soap:Body/soap:Fault', refusalOfFault)
  if (fault) return fault
  const repliek = `/soap:Envelope/soap:Body/m:${service.name}Response/Repliek`
  return (
    document.one(repliek, (below) => repliekOf(service, below, reference)) ??
    // What went wrong while the request was parsed may come in a message of its own.
    refusalOf(exceptionsAt(document, '//*[local-name()="Uitzondering"]'), false) ??
    refusal('in doubt')
  )
}

/** Reads the part of an answer that a file and an envelope have alike. */
export function repliekOf<Content>(
  service: Service<never, Content>,
  repliek: Reader,
  reference: string,
): Reply<Content> {
  // Of the three levels, two stand beside the answers: parsing the request, and its context.
  const ofRequest = exceptionsAt(repliek, 'Uitzonderingen/Uitzondering | Context/Uitzonderingen/Uitzondering')
  const answer = repliek.one('Antwoorden/Antwoord', (antwoord) => ({
    reference: antwoord.text('Referte'),
    exceptions: exceptionsAt(antwoord, 'Uitzonderingen/Uitzondering'),
    content: antwoord.one('Inhoud', service.read),
  }))
  const exceptions = [...ofRequest, ...(answer?.exceptions ?? [])]
  if (answer && answer.reference !== reference) return refusal('in doubt')
  const replaced = exceptions.find(({ code }) => code === REPLACED)
  if (replaced) return replacement(replaced)
  const refused = refusalOf(exceptions, answer?.content !== undefined, service.restated)
  if (refused) return refused
  const content = service.shape.safeParse(answer?.content)
  return content.success ? { content: content.data, oneOfSeveral: oneOfSeveral(exceptions) } : refusal('in doubt')
}

function replacement({ annotations, code }: Exception): Reply<never> {
  const replacedBy = annotations.find(({ name, value }) => /nieuw/i.test(name) && /^\d{11}$/.test(value))?.value
  return replacedBy === undefined ? refusal('in doubt', code) : { replacedBy }
}

/** The elements of which the source has more than the one that is shown. */
const oneOfSeveral = (exceptions: readonly Exception[]) =>
  exceptions
    .filter(({ code }) => code === ONE_OF_SEVERAL)
    .flatMap(({ annotations }) => annotations.flatMap(({ value }) => value.split('/')))

const exceptionsAt = (below: Reader, path: string): readonly Exception[] =>
  below.each(path, (exception) => ({
    code: exception.text('Identificatie') ?? '',
    type: exception.text('Type') ?? '',
    annotations: exception.each('Annotaties/Annotatie', (annotation) => ({
      name: annotation.text('Naam') ?? '',
      value: annotation.text('Waarde') ?? '',
    })),
  }))

/** A fault is no answer: asking again may help, unless it says that our message was wrong or that we may not ask. */
function refusalOfFault(fault: Reader): Refusal {
  const exceptions = exceptionsAt(fault, './/*[local-name()="Uitzondering"]')
  if (exceptions.length > 0) return refusalOf(exceptions, false) ?? refusal('in doubt')
  const code = fault.text('faultcode')?.replace(/^.*:/, '') ?? ''
  const shown = /^[A-Za-z][\w.-]{0,39}$/.test(code) ? code : undefined
  if (/^(Client|VersionMismatch|MustUnderstand)\b/i.test(code)) return refusal('in doubt', shown)
  if (/Authenticat|Unauthor|Security|SignatureFail|FailedCheck/i.test(code)) return refusal('not permitted', shown)
  // So the platform's own server says it, under the code of a failure of its own.
  if (/^ERR_025\b/.test(fault.text('faultstring') ?? '')) return refusal('not permitted', 'ERR_025')
  return refusal('unavailable', shown)
}
