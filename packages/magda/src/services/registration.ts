import type { IsoDate } from '@vanzelf/rules'
import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped } from '../xml.ts'

/** That we keep a file on this person from a day to a day, the last one included. */
export interface RegistrationQuestion {
  readonly number: string
  readonly from: IsoDate
  readonly last: IsoDate
}

const shape = z.object({ succeeded: z.enum(['0', '1']).transform((result) => result === '1') })

/** Notes in the platform's repertory who keeps a file on whom; without it no service speaks of the person. */
export const registration: Service<RegistrationQuestion, z.infer<typeof shape>> = {
  name: 'RegistreerInschrijving',
  version: '02.01.0000',
  namespace: 'http://webservice.registreerinschrijvingdienst-02_01.repertorium-02_01.vip.vlaanderen.be',
  question: ({ number, from, last }, { uri, hoedanigheid }) =>
    `<Inschrijving><Identificatie>${escaped(uri)}</Identificatie><Hoedanigheid>${escaped(hoedanigheid)}</Hoedanigheid>` +
    `<BetrokkenSubject><Type>PERS</Type><Subjecten><Subject><Type>PERS</Type><Sleutel>${escaped(number)}</Sleutel></Subject></Subjecten></BetrokkenSubject>` +
    `<Periode><Begin>${from}</Begin><Einde>${last}</Einde></Periode></Inschrijving>`,
  read: (content) => ({ succeeded: content.text('Resultaat') }),
  shape,
}
