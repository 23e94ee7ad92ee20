/** A question as the loopback server received it. */
export interface Question {
  readonly service: string
  readonly version: string
  /** The national number it is about. */
  readonly number: string
  /** The reference of the question. */
  readonly reference: string
  /** The reference of the message that carried it. */
  readonly message: string
  readonly sender: { readonly uri: string; readonly hoedanigheid: string }
  /** The statuses that are asked, with the days: the first and the last one. */
  readonly statuses: readonly { readonly name: string; readonly from: string; readonly last: string }[]
  /** The envelope as it came. */
  readonly envelope: string
}

/**
 * Reads a request as leniently as a test server may: by the names of elements, whatever their prefixes.
 * @returns `undefined` when it asks nothing a server could answer
 */
export function questionOf(envelope: string): Question | undefined {
  const context = elements(envelope, 'Context')[0] ?? ''
  const asked = elements(envelope, 'Vraag')[0] ?? ''
  const sender = elements(context, 'Afzender')[0] ?? ''
  const service = elements(context, 'Naam')[0]
  const version = elements(context, 'Versie')[0]
  const reference = elements(asked, 'Referte')[0]
  const number = elements(asked, 'INSZ')[0] ?? elements(asked, 'Sleutel')[0]
  if (!service || !version || !reference || !number) return undefined
  return {
    service,
    version,
    number,
    reference,
    message: elements(sender, 'Referte')[0] ?? reference,
    sender: {
      uri: elements(sender, 'Identificatie')[0] ?? '',
      hoedanigheid: elements(sender, 'Hoedanigheid')[0] ?? '',
    },
    statuses: elements(asked, 'SociaalStatuut').map((status) => {
      const days = (elements(status, 'Datum')[0] ?? '').match(/\d{4}-\d{2}-\d{2}/g) ?? []
      return { name: elements(status, 'Naam')[0] ?? '', from: days[0] ?? '', last: days.at(-1) ?? '' }
    }),
    envelope,
  }
}

/** The contents of the elements of a name, outermost ones only. */
export function elements(xml: string, name: string): readonly string[] {
  const found: string[] = []
  const tag = new RegExp(`<(/?)(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*?(/?)>`, 'g')
  let depth = 0
  let start = 0
  for (const match of xml.matchAll(tag)) {
    if (match[2]) continue
    if (match[1]) {
      depth -= 1
      if (depth === 0) found.push(xml.slice(start, match.index).trim())
    } else {
      if (depth === 0) start = match.index + match[0].length
      depth += 1
    }
  }
  return found
}
