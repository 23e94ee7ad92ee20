import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped } from '../xml.ts'
import { isBis } from './person.ts'
import { number } from './shapes.ts'

/** A main residence, as the register writes it: the street by its code. */
export interface AddressQuestion {
  readonly number: string
  readonly postcode: string
  readonly street: string
  readonly houseNumber: string
  readonly box?: string | undefined
}

const shape = z.array(z.object({ number, residence: z.object({ box: z.string().optional() }).optional() })).min(1)

/** Who is registered at an address. Names and birth dates come along: they are not read. */
export type Registered = z.infer<typeof shape>

/** Everybody with a main residence at an address, whatever the household. */
export const address: Service<AddressQuestion, Registered> = {
  name: 'ZoekPersoonOpAdres',
  version: '02.02.0000',
  namespace: 'http://magda.vlaanderen.be/persoon/soap/zoekpersoonopadres/v02_02',
  question: ({ number, postcode, street, houseNumber, box }) =>
    `<Criteria><Adres><PostCode>${escaped(postcode)}</PostCode><Straatcode>${escaped(street)}</Straatcode><Huisnummer>${escaped(houseNumber)}</Huisnummer>${box === undefined ? '' : `<Busnummer>${escaped(box)}</Busnummer>`}</Adres><EnkelReferentiepersoon>0</EnkelReferentiepersoon></Criteria><Bron>${isBis(number) ? 'KSZ' : 'RR'}</Bron><Taal>nl</Taal>`,
  read: (content) =>
    content.each('Personen/Persoon', (person) => ({
      number: person.text('INSZ'),
      residence: person.one('Adressen/Hoofdverblijfplaats', (residence) => ({ box: residence.text('Busnummer') })),
    })),
  shape,
}
