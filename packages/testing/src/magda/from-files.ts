import type { IsoDate } from '@vanzelf/rules'
import { dateOf, dayOf } from '../city/day.ts'
import type { Question } from './question.ts'
import { type Exception, escaped } from './reply.ts'
import type { Assessment, Card, Enrolment, Recognition, Resident, Status } from './residents.ts'

/** What other authorities than the registers have on file of a resident: content, or the exception they answer instead. */
export const files: {
  readonly [service: string]: (question: Question, resident: Resident) => string | Exception
} = {
  GeefDossierHandicap: disabilityFile,
  GeefAanslagbiljetPersonenbelasting: assessment,
  GeefHistoriekInschrijving: enrolments,
  GeefLeefloonperiodes: livingWage,
}

type Lasting = { readonly last?: string }

const isOn = (on: string, from: string, { last = '9999-12-31' }: Lasting) => from <= on && on <= last

function disabilityFile({ parts, days }: Question, { cards = [], recognitions = [] }: Resident): string {
  const on = days?.from ?? ''
  const told = [
    parts.includes('handicapRecognitions')
      ? within('handicapRecognitions', recognitions.filter((one) => isOn(on, one.from, one)).map(recognised))
      : '',
    parts.includes('socialCards')
      ? within('socialCards', cards.filter((card) => isOn(on, card.delivered, card)).map(issued))
      : '',
  ].join('')
  const status = (value: string, code: string) => `<status><value>${value}</value><code>${code}</code></status>`
  const found = told ? status('DATA_FOUND', 'MSG00000') : status('NO_DATA_FOUND', 'MSG00100')
  return `<ConsultFilesByDateResponse>${found}<results><dgphResult>${found}${told && `<file>${told}</file>`}</dgphResult></results></ConsultFilesByDateResponse>`
}

const within = (name: string, entries: readonly string[]) =>
  entries.length > 0 ? `<${name}>${entries.join('')}</${name}>` : ''

const issued = ({ category, delivered, last }: Card) =>
  `<socialCard><deliveryDate>${delivered}</deliveryDate>${last ? `<endDate>${last}</endDate>` : ''}<cardNumber>0000000000</cardNumber><cardCategory>${category}</cardCategory></socialCard>`

const recognised = ({ from, last, points }: Recognition) =>
  `<handicapRecognition><recognitionStatus><dateOfDecision>${from}</dateOfDecision><startDateRecognition>${from}</startDateRecognition>${last ? `<endDateRecognition>${last}</endDateRecognition>` : ''}</recognitionStatus>` +
  (points === undefined
    ? '<resultRecognitionChild/>'
    : `<resultRecognitionAdult><diminuationIndependence><totalPoints>${points}</totalPoints></diminuationIndependence></resultRecognitionAdult>`) +
  '<decisionStatus>RECOGNITION_DETERMINED</decisionStatus></handicapRecognition>'

function assessment({ number, year }: Question, { assessments = [] }: Resident): string | Exception {
  const bill = assessments.find((one) => String(one.year) === year)
  if (!bill) return { code: '45008', type: 'INFORMATIE' }
  const { income, partner, isSecond } = bill
  const [own, other] = isSecond ? ['B', 'A'] : ['A', 'B']
  const items = [
    ...(income === undefined ? [] : [item(`${own}7555`, income)]),
    ...(partner ? [item(`${other}7555`, partner.income)] : []),
  ].sort()
  return `<AanslagbiljetPersonenbelasting>${assessed('GevraagdePersoon', number, own)}${partner ? assessed('GerelateerdePersoon', partner.number, other) : ''}<Inkomensjaar>${bill.year}</Inkomensjaar><Artikelnummer>700000001</Artikelnummer>${within('Items', items)}</AanslagbiljetPersonenbelasting>`
}

const item = (code: string, value: NonNullable<Assessment['income']>) =>
  `<Item><Code>${code}</Code><Waarde>${value}</Waarde></Item>`

const assessed = (name: string, number: string, letter = 'A') =>
  `<${name}><INSZ>${number}</INSZ><FiscaleStatus><Code>${letter}</Code></FiscaleStatus></${name}>`

function enrolments({ days }: Question, { enrolments: all = [] }: Resident): string | Exception {
  const shown = all.filter((one) => days && one.from <= days.last && days.from <= lastOf(one))
  if (shown.length === 0) return { code: '30101', origin: ['Disci', 'DHO2', 'DVNCI'] }
  return within('Inschrijvingen', shown.map(enrolled))
}

const lastOf = ({ level, schoolYear, last }: Enrolment) =>
  last ?? (level === 'higher' ? '9999-12-31' : `${schoolYear + 1}-08-31`)

const enrolled = (enrolment: Enrolment, index: number) =>
  `<Inschrijving><Bron>${enrolment.level === 'higher' ? 'DHO2' : 'LP'}</Bron><Referte>enrolment-${index}</Referte><Instelling><Instellingsnummer>${escaped(enrolment.school)}</Instellingsnummer><OfficieleNaam>School</OfficieleNaam></Instelling>${enrolment.level === 'higher' ? inHigher(enrolment) : inCompulsory(enrolment)}</Inschrijving>`

const inCompulsory = ({ level, schoolYear, from, last = `${schoolYear + 1}-08-31` }: Enrolment) =>
  `<LeerplichtOnderwijs><SoortProgramma><Code>1</Code></SoortProgramma><DatumInschrijving>${from}</DatumInschrijving><Schooljaar>${schoolYear}</Schooljaar>` +
  `<InschrijvingAdministratieveGroep><Periode><Begin>${from}</Begin><Einde>${last}</Einde></Periode><AdministratieveGroep><Nummer>1</Nummer><Niveau><Code>${level}</Code></Niveau><SoortOnderwijs><Code>1</Code></SoortOnderwijs></AdministratieveGroep></InschrijvingAdministratieveGroep></LeerplichtOnderwijs>`

/** Higher education tells the day on which somebody left, the first one no longer enrolled; of who is there still, none. */
const inHigher = ({ schoolYear, from, last }: Enrolment) =>
  `<HogerOnderwijs><Academiejaar>${schoolYear}</Academiejaar><DatumInschrijving>${from}</DatumInschrijving>${last ? `<DatumUitschrijving>${dateOf(dayOf(last as IsoDate) + 1)}</DatumUitschrijving>` : ''}</HogerOnderwijs>`

function livingWage({ number, days }: Question, { statuses = [] }: Resident): string | Exception {
  const periods = statuses
    .filter(({ name }) => name === 'LIVING_WAGES_PCSA_HELP')
    .flatMap(({ periods = [] }: Status) => periods)
    .filter(({ from, last = '9999-12-31' }) => days && from <= days.last && days.from <= last)
  if (periods.length === 0) return { code: '30001', origin: 'KSZ' }
  // A period that lasts is shown until the last day that was asked.
  return within(
    'Leefloonperiodes',
    periods.map(
      ({ from, last = days?.last ?? from }) =>
        `<Leefloonperiode><INSZ>${number}</INSZ><Periode><Begin>${from}</Begin><Einde>${last}</Einde></Periode></Leefloonperiode>`,
    ),
  )
}
