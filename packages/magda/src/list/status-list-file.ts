import * as z from 'zod'
import type { Service } from '../service.ts'
import { day, number } from '../services/shapes.ts'
import { type StatusAsked, statusCriteria } from '../services/social-status.ts'
import { escaped } from '../xml.ts'

/** What one file asks: the same of everybody in it. */
export interface StatusListQuestion {
  readonly operation: string
  readonly statuses: readonly StatusAsked[]
  readonly numbers: readonly string[]
}

const shape = z.array(
  z.object({
    number,
    statuses: z.array(
      z.object({
        name: z.string().min(1),
        result: z.string().min(1),
        periods: z.array(z.object({ from: day, last: day.optional() })),
        hasDetails: z.boolean(),
      }),
    ),
  }),
)

/** Whether statuses apply to each of many persons. What `Details` may hold beside a result is not documented. */
export const statusList: Service<StatusListQuestion, z.infer<typeof shape>> = {
  name: 'GeefSociaalStatuutVoorLijst',
  version: '02.00.0000',
  namespace: 'http://webservice.geefsociaalstatuutvoorlijstdienst-02_00.soczek-02_00.vip.vlaanderen.be',
  question: ({ operation, statuses, numbers }) =>
    `<Criteria><Operatie>${escaped(operation)}</Operatie><SocialeStatuten>${statuses.map((status) => statusCriteria(status, ['Begin', 'Einde'])).join('')}</SocialeStatuten>
<Personen>
${numbers.map((each) => `<Persoon>${escaped(each)}</Persoon>`).join('\n')}
</Personen></Criteria>`,
  read: (content) =>
    content.each('Personen/Persoon', (person) => ({
      number: person.text('INSZ'),
      statuses: person.each('SocialeStatuten/SociaalStatuut', (status) => ({
        name: status.text('Naam'),
        result: status.text('Resultaat'),
        periods: status.each('Periodes/Periode', (period) => ({
          from: period.text('Begin'),
          last: period.text('Einde'),
        })),
        hasDetails: status.each('Details', () => true).length > 0,
      })),
    })),
  shape,
}

/** A file as it goes out: one question, and no context around it. */
export const fileOf = (question: StatusListQuestion, reference: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<m:${statusList.name} xmlns:m="${statusList.namespace}"><Verzoek><Vragen><Vraag><Referte>${escaped(reference)}</Referte><Inhoud>${statusList.question(question, NOBODY)}</Inhoud></Vraag></Vragen></Verzoek></m:${statusList.name}>
`

/** A file names no sender: who hands it over is known by the exchange of files. */
const NOBODY = { uri: '', hoedanigheid: '' }
