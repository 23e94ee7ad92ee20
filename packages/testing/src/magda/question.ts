/** A question as the loopback server received it. */
export interface Question {
  readonly service: string
  readonly version: string
  /** The national number it is about; none where an address is searched, or where it is about a vehicle. */
  readonly number: string
  /** The reference of the question. */
  readonly reference: string
  /** The reference of the message that carried it. */
  readonly message: string
  readonly sender: { readonly uri: string; readonly hoedanigheid: string }
  /** The statuses that are asked, with the days: the first and the last one. */
  readonly statuses: readonly { readonly name: string; readonly from: string; readonly last: string }[]
  /** The address that is searched. */
  readonly address?: SearchedAddress
  /** The days that are asked, the first and the last one, where it is not statuses that are asked. */
  readonly days?: { readonly from: string; readonly last: string }
  /** The income year that is asked. */
  readonly year?: string
  /** The parts of a file that are asked. */
  readonly parts: readonly string[]
  /** The envelope as it came. */
  readonly envelope: string
}

/** An address as it is searched: without a box number, the whole building. */
export interface SearchedAddress {
  /** The register that is searched: `RR` or `KSZ`. */
  readonly register: string
  readonly postcode: string
  readonly streetCode: string
  readonly houseNumber: string
  readonly box?: string
  readonly onlyReferencePersons: boolean
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
  const address = addressIn(asked)
  const number = elements(asked, 'INSZ')[0] ?? elements(asked, 'Sleutel')[0] ?? elements(asked, 'ssin')[0]
  const isOfVehicle = elements(asked, 'Nummerplaat').length > 0
  if (!service || !version || !reference || !(number || address || isOfVehicle)) return undefined
  const year = elements(asked, 'Inkomensjaar')[0]
  const days = daysIn(asked)
  return {
    service,
    version,
    number: number ?? '',
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
    ...(address && { address }),
    ...(days && { days }),
    ...(year !== undefined && { year }),
    parts: [...(elements(asked, 'parts')[0] ?? '').matchAll(/<([\w.:-]+)>(?:true|1)</g)].map(([, part = '']) => part),
    envelope,
  }
}

function addressIn(asked: string): SearchedAddress | undefined {
  const criteria = elements(asked, 'Adres')[0]
  if (criteria === undefined) return undefined
  const box = elements(criteria, 'Busnummer')[0]
  return {
    register: elements(asked, 'Bron')[0] ?? 'RR',
    postcode: elements(criteria, 'PostCode')[0] ?? '',
    streetCode: elements(criteria, 'Straatcode')[0] ?? '',
    houseNumber: elements(criteria, 'Huisnummer')[0] ?? '',
    ...(box !== undefined && { box }),
    onlyReferencePersons: elements(asked, 'EnkelReferentiepersoon')[0] === '1',
  }
}

function daysIn(asked: string): Question['days'] {
  const on = elements(asked, 'referenceDate')[0]
  if (on !== undefined) return { from: on, last: on }
  const period = elements(asked, 'SocialeStatuten').length === 0 ? elements(asked, 'Periode')[0] : undefined
  const from = elements(period ?? '', 'Begin')[0]
  return from === undefined ? undefined : { from, last: elements(period ?? '', 'Einde')[0] ?? '9999-12-31' }
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
