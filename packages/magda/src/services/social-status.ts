import type { IsoDate } from '@vanzelf/rules'
import * as z from 'zod'
import type { Service } from '../service.ts'
import type { StatusProfile } from '../status-profile.ts'
import { escaped } from '../xml.ts'
import { day, number } from './shapes.ts'

/** Days, the last one included: what the platform asks and answers in. */
export interface Days {
  readonly from: IsoDate
  readonly last: IsoDate
}

/** One status asked: on a day, or over some. */
export interface StatusAsked {
  readonly profile: StatusProfile
  readonly at: IsoDate | Days
}

/** The most statuses that go into one request. */
export const MOST_STATUSES = 8

const shape = z.object({
  number,
  statuses: z.array(
    z.object({
      name: z.string().min(1),
      result: z.string().min(1),
      periods: z.array(z.object({ from: day, last: day.optional() })),
      code: z.string().optional(),
    }),
  ),
  code: z.string().optional(),
})

/** For each status whether it applies; or one code for all of them. */
export type SocialStatuses = z.infer<typeof shape>
export type SocialStatus = SocialStatuses['statuses'][number]

/** Whether statuses apply to one person. */
export const socialStatus: Service<
  { readonly number: string; readonly statuses: readonly StatusAsked[] },
  SocialStatuses
> = {
  name: 'GeefSociaalStatuut',
  version: '03.00.0000',
  namespace: 'http://magda.vlaanderen.be/soczek/soap/geefsociaalstatuut/v03_00',
  question: ({ number, statuses }) =>
    `<Criteria><INSZ>${escaped(number)}</INSZ><SocialeStatuten>${statuses.map((status) => statusCriteria(status)).join('')}</SocialeStatuten></Criteria>`,
  read: (content) =>
    content.one('Persoon', (person) => ({
      number: person.text('INSZ'),
      statuses: person.each('SocialeStatuten/SociaalStatuut', (status) => ({
        name: status.text('Naam'),
        result: status.text('Resultaat/Code'),
        periods: status.each('Periodes/Periode', (period) => ({
          from: period.text('Begindatum'),
          last: period.text('Einddatum'),
        })),
        code: status.text('Status/Code'),
      })),
      code: person.text('Status/Code'),
    })),
  shape,
}

/** One status, as a question has it; versions of the platform name the ends of a period differently. */
export function statusCriteria({ profile, at }: StatusAsked, [begin, end] = ['Begindatum', 'Einddatum']): string {
  const { name, within, age, parameters } = profile
  const when =
    typeof at === 'string'
      ? `<Datum>${at}</Datum>`
      : `<Periode><${begin}>${at.from}</${begin}><${end}>${at.last}</${end}></Periode>`
  return `<SociaalStatuut><Naam>${escaped(name)}</Naam><Datum>${when}</Datum>${within ? place(within) : ''}${age ? ages(age) : ''}${parameters ? others(parameters) : ''}</SociaalStatuut>`
}

const place = (within: NonNullable<StatusProfile['within']>) =>
  'place' in within
    ? `<Locatie><Naam>${escaped(within.place)}</Naam></Locatie>`
    : `<Locatie><Postcodes>${within.postcodes.map((code) => `<Postcode>${escaped(code)}</Postcode>`).join('')}</Postcodes></Locatie>`

const ages = ({ least, most }: NonNullable<StatusProfile['age']>) =>
  `<Leeftijd>${least === undefined ? '' : `<Minimum>${least}</Minimum>`}${most === undefined ? '' : `<Maximum>${most}</Maximum>`}</Leeftijd>`

const others = (parameters: NonNullable<StatusProfile['parameters']>) =>
  `<Parameters>${Object.entries(parameters)
    .map(([name, value]) => `<Parameter><Naam>${escaped(name)}</Naam><Waarde>${escaped(value)}</Waarde></Parameter>`)
    .join('')}</Parameters>`
