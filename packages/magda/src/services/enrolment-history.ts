import type { IsoDate } from '@vanzelf/rules'
import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped, type Reader } from '../xml.ts'
import { day } from './shapes.ts'

/** Between which days, both included. */
export interface HistoryQuestion {
  readonly number: string
  readonly from: IsoDate
  readonly last: IsoDate
}

const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)

const enrolment = z.object({
  /** The administration that keeps it: compulsory, higher or adult education, or a boarding school. */
  keeper: z.string().optional(),
  reference: z.string().optional(),
  school: z.string().optional(),
  compulsory: z
    .object({ year, level: z.string().optional(), period: z.object({ from: day, last: day }).optional() })
    .optional(),
  higher: z.object({ year, enrolled: day, left: day.optional() }).optional(),
  adult: z.object({ enrolled: day, left: day.optional() }).optional(),
  /** A bed in a boarding school, shown as such. */
  boarding: z.literal(true).optional(),
})

const shape = z.array(enrolment).min(1)

/** The enrolments of a person; what was studied, and with what result, comes along and is not read. */
export type EnrolmentHistory = z.infer<typeof shape>
export type Enrolment = z.infer<typeof enrolment>

/** That one of the administrations of education has nothing on record of this person and these days. */
export const NO_ENROLMENTS = '30101'
/** Of compulsory, of higher and of adult education: each says so for itself. */
export const ADMINISTRATIONS = 3

/** How a boarding school is told as the keeper. */
const BOARDING = 'INT'

/** A person's enrolments between two days. */
export const enrolmentHistory: Service<HistoryQuestion, EnrolmentHistory> = {
  name: 'GeefHistoriekInschrijving',
  version: '02.01.0000',
  namespace: 'http://webservice.geefhistoriekinschrijvingdienst-02_01.onderwijs.vlaanderen.be',
  // Each administration says so that has none: what the others have stands.
  restated: [NO_ENROLMENTS],
  question: ({ number, from, last }) =>
    `<Criteria><INSZ>${escaped(number)}</INSZ><Periode><Begin>${from}</Begin><Einde>${last}</Einde></Periode></Criteria>`,
  read: (content) =>
    content.each('Inschrijvingen/Inschrijving', (enrolment) => ({
      keeper: enrolment.text('Bron'),
      reference: enrolment.text('Referte'),
      school: enrolment.text('Instelling/Instellingsnummer'),
      compulsory: enrolment.one('LeerplichtOnderwijs', (compulsory) => ({
        year: compulsory.text('Schooljaar'),
        level: compulsory.text('InschrijvingAdministratieveGroep/AdministratieveGroep/Niveau/Code'),
        period: compulsory.one('InschrijvingAdministratieveGroep/Periode', (period) => ({
          from: period.text('Begin'),
          last: period.text('Einde'),
        })),
      })),
      higher: enrolment.one('HogerOnderwijs', (higher) => ({
        year: higher.text('Academiejaar'),
        ...daysOf(higher),
      })),
      adult: enrolment.one('Volwassenenonderwijs', daysOf),
      boarding: enrolment.text('Bron') === BOARDING ? true : enrolment.one('Internaat', () => true),
    })),
  shape,
}

const daysOf = (enrolment: Reader) => ({
  enrolled: enrolment.text('DatumInschrijving'),
  left: enrolment.text('DatumUitschrijving'),
})
