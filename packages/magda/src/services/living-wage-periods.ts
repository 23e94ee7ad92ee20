import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped } from '../xml.ts'
import { day, number } from './shapes.ts'
import type { Days } from './social-status.ts'

const shape = z.array(z.object({ number, period: z.object({ from: day, last: day }).optional() })).min(1)

/** The periods of living wage; which centre paid it, and at which rate, is not read. */
export type LivingWagePeriods = z.infer<typeof shape>

/** When a person received living wage: days, no amounts. */
export const livingWagePeriods: Service<{ readonly number: string; readonly days: Days }, LivingWagePeriods> = {
  name: 'GeefLeefloonperiodes',
  version: '02.00.0000',
  namespace: 'http://webservice.geefleefloonperiodesdienst-02_00.soczek-02_00.vip.vlaanderen.be',
  question: ({ number, days }) =>
    `<Criteria><INSZ>${escaped(number)}</INSZ><Periode><Begin>${days.from}</Begin><Einde>${days.last}</Einde></Periode></Criteria>`,
  read: (content) =>
    content.each('Leefloonperiodes/Leefloonperiode', (received) => ({
      number: received.text('INSZ'),
      period: received.one('Periode', (period) => ({ from: period.text('Begin'), last: period.text('Einde') })),
    })),
  shape,
}
