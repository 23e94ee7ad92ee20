import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped } from '../xml.ts'
import { number, optionalDate, position } from './shapes.ts'

const shape = z.array(z.object({ number, position, since: optionalDate, until: optionalDate })).min(1)

/** The members of a household, each with the position seen from the reference person. */
export type Composition = z.infer<typeof shape>

/** The household of one person, as it stands today. Each member's birth date and address come along: they are not read. */
export const household: Service<{ readonly number: string }, Composition> = {
  name: 'GeefGezinssamenstelling',
  version: '02.02.0000',
  namespace: 'http://magda.vlaanderen.be/persoon/soap/geefgezinssamenstelling/v02_02',
  question: ({ number }) => `<Criteria><INSZ>${escaped(number)}</INSZ></Criteria><Taal>nl</Taal>`,
  read: (content) =>
    content.each('Gezinsleden/Gezinslid', (member) => ({
      number: member.text('INSZ'),
      position: member.text('Positie/Code'),
      since: member.text('@DatumBegin'),
      until: member.text('@DatumEinde'),
    })),
  shape,
}
