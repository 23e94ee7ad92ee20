import { files } from './from-files.ts'
import type { Question, SearchedAddress } from './question.ts'
import { answerOf, escaped, exceptionOf } from './reply.ts'
import type { Address, HouseholdMember, Resident, Residents, Status } from './residents.ts'
import { zone } from './zone.ts'

/** Answers from the residents of a city. */
export function fromResidents(residents: Residents): (question: Question) => string {
  const ofZone = zone()
  return (question) => {
    const toldByZone = ofZone(question)
    if (toldByZone !== undefined) return toldByZone
    if (question.service === 'RegistreerInschrijving')
      return answerOf(question, '<Resultaat Beschrijving="Wel geslaagd">1</Resultaat>')
    if (question.address) return foundAt(question, question.address, residents)
    const resident = residents.resident(question.number)
    const isFromRegister = ['GeefPersoon', 'GeefGezinssamenstelling'].includes(question.service)
    if (!resident)
      return exceptionOf(
        question,
        isFromRegister ? { code: '30001', origin: 'RR', circumstance: '140' } : { code: '30003', origin: 'KSZ' },
      )
    if (resident.replacedBy) return replaced(question, resident.replacedBy)
    const content =
      contents[question.service]?.(question, resident, residents) ?? files[question.service]?.(question, resident)
    if (typeof content === 'object') return exceptionOf(question, content)
    return content ? answerOf(question, content) : exceptionOf(question, { code: '30001' })
  }
}

type Content = (question: Question, resident: Resident, residents: Residents) => string | undefined

const contents: { readonly [service: string]: Content } = {
  GeefPersoon: ({ number }, resident, residents) =>
    `<Persoon Bron="RR"><INSZ>${number}</INSZ>${fileOf(number, resident, residents)}</Persoon>`,
  GeefGezinssamenstelling: (_, { household = [] }, residents) =>
    household.length > 0
      ? `<Gezinsleden>${household.map((member) => memberOf(member, residents)).join('')}</Gezinsleden>`
      : undefined,
  GeefSociaalStatuut: ({ number, statuses }, resident) =>
    `<Persoon><INSZ>${number}</INSZ><SocialeStatuten>${statuses.map((asked) => statusOf(asked, resident.statuses ?? [])).join('')}</SocialeStatuten></Persoon>`,
}

/** Who is registered at an address: in the whole building where no box number is searched. */
function foundAt(question: Question, searched: SearchedAddress, residents: Residents): string {
  const found = (residents.registeredAt?.(searched) ?? []).flatMap((number) => {
    const { address, birthDate, replacedBy } = residents.resident(number) ?? {}
    const isThere = address && !replacedBy && (searched.box === undefined || searched.box === address.box)
    return isThere
      ? [
          `<Persoon Bron="RR"><INSZ>${number}</INSZ><Geboortedatum>${birthDate}</Geboortedatum><Adressen><Hoofdverblijfplaats DatumBegin="${address.since}"><Huisnummer>${escaped(address.houseNumber)}</Huisnummer>${boxOf(address)}<Postcode>${address.postcode}</Postcode></Hoofdverblijfplaats></Adressen></Persoon>`,
        ]
      : []
  })
  return found.length > 0
    ? answerOf(question, `<Personen>${found.join('')}</Personen>`)
    : exceptionOf(question, { code: '30001', origin: 'RR', circumstance: '824' })
}

const boxOf = ({ box }: Address) => (box ? `<Busnummer>${escaped(box)}</Busnummer>` : '')

function fileOf(
  number: string,
  { birthDate, deathDate, address, household = [] }: Resident,
  residents: Residents,
): string {
  const own = household.find((member) => member.number === number)
  const reference = household.find(({ position }) => position === '01')
  const others = household.filter((member) => member.number !== number)
  const keeper = address
    ? `<Beheerder DatumBegin="${address.since}"><Plaats><Gemeente><NISCode>${address.municipality}</NISCode></Gemeente><Land><NISCode>150</NISCode><Naam>België</Naam></Land></Plaats></Beheerder>`
    : ''
  const born = `<Geboorte DatumBegin="${birthDate}"><Datum>${birthDate}</Datum></Geboorte>`
  const died = deathDate ? `<Overlijden DatumBegin="${deathDate}"><Datum>${deathDate}</Datum></Overlijden>` : ''
  const lives = address
    ? `<Adressen><Hoofdverblijfplaats DatumBegin="${address.since}"><Straatnaam><String>${escaped(address.street)}</String><Taal>nl</Taal></Straatnaam><Huisnummer>${escaped(address.houseNumber)}</Huisnummer>${boxOf(address)}<Land><String>BELGIE</String><Taal>nl</Taal></Land><Postcode>${address.postcode}</Postcode><NISCodeLand>150</NISCodeLand><ISOCodeLand>BEL</ISOCodeLand><NISCodeGemeente>${address.municipality}</NISCodeGemeente>${address.streetCode ? `<StraatCode>${escaped(address.streetCode)}</StraatCode>` : ''}</Hoofdverblijfplaats></Adressen>`
    : ''
  if (!own || !reference) return `${keeper}${born}${died}${lives}`
  if (reference !== own)
    return `${keeper}${born}${died}${lives}<Referentiepersoon${since(own)}><INSZ>${reference.number}</INSZ><Positie><Code>${own.position}</Code></Positie></Referentiepersoon>`
  const members =
    others.length > 0
      ? others.map((member) => memberOf(member, residents)).join('')
      : `<Gezinslid${since(own)}><Positie><Code>01</Code></Positie></Gezinslid>`
  return `${keeper}${born}${died}${lives}<Gezinsleden>${members}</Gezinsleden>`
}

function memberOf(member: HouseholdMember, residents: Residents): string {
  const born = residents.resident(member.number)?.birthDate
  return `<Gezinslid${since(member)}><INSZ>${member.number}</INSZ>${born ? `<Geboortedatum>${born}</Geboortedatum>` : ''}<Positie><Code>${member.position}</Code></Positie></Gezinslid>`
}

const since = (member: HouseholdMember) => (member.since ? ` DatumBegin="${member.since}"` : '')

function statusOf({ name, from, last }: Question['statuses'][number], statuses: readonly Status[]): string {
  const status = statuses.find((one) => one.name === name)
  const periods = status?.periods?.filter((period) => period.from <= last && (period.last ?? '9999-12-31') >= from)
  const applies = status !== undefined && (periods === undefined || periods.length > 0)
  const told = periodless.has(name) ? [] : (periods ?? []).map(periodOf)
  return `<SociaalStatuut><Naam>${escaped(name)}</Naam><Resultaat><Code>${applies ? '1' : '0'}</Code><Omschrijving>${applies ? 'Van toepassing' : 'Niet van toepassing'}</Omschrijving></Resultaat>${told.length > 0 ? `<Periodes>${told.join('')}</Periodes>` : ''}</SociaalStatuut>`
}

/** Answers about these come without their days. */
const periodless: ReadonlySet<string> = new Set(['PCSA_AND_BIM_HELP'])

const periodOf = ({ from, last }: NonNullable<Status['periods']>[number]) =>
  `<Periode><Begindatum>${from}</Begindatum>${last ? `<Einddatum>${last}</Einddatum>` : ''}</Periode>`

/** A person with a new number: the warning that says so, and the number. */
const replaced = (question: Question, number: string) =>
  exceptionOf(question, { code: '30004' }).replace(
    '</Diagnose>',
    `</Diagnose><Annotaties><Annotatie><Naam>Oud INSZ</Naam><Waarde>${question.number}</Waarde></Annotatie><Annotatie><Naam>Nieuw INSZ</Naam><Waarde>${number}</Waarde></Annotatie></Annotaties>`,
  )
