import type { IsoDate } from '@vanzelf/rules'
import * as z from 'zod'
import { ENDLESS } from '../day.ts'
import type { Service } from '../service.ts'
import { escaped } from '../xml.ts'
import { day } from './shapes.ts'

/** A vehicle in the register of low-emission zones, and in whose name it is spoken of. */
export interface ZoneVehicle {
  /** Who registers, as the register knows us (`Bron`). */
  readonly source: string
  readonly plate: string
  readonly country: string
}

/** Why a vehicle is exempt and on which days, the last one included; without it, without end. */
export interface Exemption {
  readonly reason: string
  readonly from: IsoDate
  readonly last?: IsoDate | undefined
}

const shape = z.object({
  plate: z.string(),
  country: z.string(),
  exemptions: z.array(
    z.object({
      reason: z.string(),
      from: day,
      last: day.optional().transform((last) => (last === ENDLESS ? undefined : last)),
      source: z.string(),
      reference: z.string().min(1),
    }),
  ),
})

export type RegisteredExemptions = z.infer<typeof shape>

const which = ({ source, plate, country }: ZoneVehicle) =>
  `<Bron>${escaped(source)}</Bron><Nummerplaat>${escaped(plate)}</Nummerplaat><LandISOCode>${escaped(country)}</LandISOCode>`

const namespaceOf = (service: string) =>
  `http://webservice.${service}lezgegevensdienst-02_00.milieu-02_00.vip.vlaanderen.be`

/** The exemptions a vehicle has, with the references under which they can be removed. */
export const registeredExemptions: Service<ZoneVehicle, RegisteredExemptions> = {
  name: 'GeefLEZGegevens',
  version: '02.00.0000',
  namespace: namespaceOf('geef'),
  question: (vehicle) => `<Criteria>${which(vehicle)}</Criteria>`,
  read: (content) =>
    content.one('LEZGegevens', (vehicle) => ({
      plate: vehicle.text('Nummerplaat'),
      country: vehicle.text('LandISOCode'),
      exemptions: vehicle.each('Vrijstellingen/Vrijstelling', (exemption) => ({
        reason: exemption.text('Reden'),
        from: exemption.text('Periode/Begin'),
        last: exemption.text('Periode/Einde'),
        source: exemption.text('Bron'),
        reference: exemption.text('Referte'),
      })),
    })),
  shape,
}

const result = z.object({ succeeded: z.enum(['0', '1']).transform((told) => told === '1') })
const readResult: Service<never, unknown>['read'] = (content) => ({ succeeded: content.text('Resultaat') })

/** Registers an exemption. The answer says whether it succeeded; its reference `registeredExemptions` tells. */
export const registerExemption: Service<ZoneVehicle & Exemption, z.infer<typeof result>> = {
  name: 'RegistreerLEZGegevens',
  version: '02.00.0000',
  namespace: namespaceOf('registreer'),
  question: ({ reason, from, last, ...vehicle }) =>
    `<LEZGegevens>${which(vehicle)}<Vrijstellingen><Vrijstelling><Reden>${escaped(reason)}</Reden>` +
    `<Periode><Begin>${from}</Begin>${last === undefined ? '' : `<Einde>${last}</Einde>`}</Periode></Vrijstelling></Vrijstellingen></LEZGegevens>`,
  read: readResult,
  shape: result,
}

/** Removes exemptions, by their references. */
export const removeExemptions: Service<
  ZoneVehicle & { readonly references: readonly string[] },
  z.infer<typeof result>
> = {
  name: 'VerwijderLEZGegevens',
  version: '02.00.0000',
  namespace: namespaceOf('verwijder'),
  question: ({ references, ...vehicle }) =>
    `<LEZGegevens>${which(vehicle)}<Vrijstellingen>${references.map((reference) => `<Vrijstelling><Referte>${escaped(reference)}</Referte></Vrijstelling>`).join('')}</Vrijstellingen></LEZGegevens>`,
  read: readResult,
  shape: result,
}
