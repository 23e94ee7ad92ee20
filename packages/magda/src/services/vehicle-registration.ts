import * as z from 'zod'
import type { RestService } from '../rest/rest-service.ts'

/** A field that the platform may leave out, or write as `null`. */
const shown = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().transform((field) => field ?? undefined)

const text = shown(z.string())
const coded = shown(z.object({ code: text }))

const registration = z.object({
  license: shown(z.object({ plateNr: text, status: coded, statusLegal: coded })),
  titular: shown(
    z.object({ type: text, person: shown(z.object({ nationalNr: shown(z.object({ identificator: text })) })) }),
  ),
  vehicle: shown(
    z.object({
      category: coded,
      firstRegistrationDate: text,
      handicapIndicator: shown(z.boolean()),
      engine: shown(z.array(z.object({ fuel: shown(z.array(z.object({ code: text, euroNormCode: text }))) }))),
    }),
  ),
})

const shape = z.object({ items: z.array(registration) })

/** What is registered under a plate: of a large answer only what facts tell; names and addresses are not read. */
export type VehicleRegistration = z.infer<typeof registration>

/** The registrations under a number plate. */
export const vehicleRegistration: RestService<string, z.infer<typeof shape>> = {
  name: 'registrations',
  version: 'v1',
  path: '/v1/mobility/registrations',
  query: (plate) => ({ plateNr: plate }),
  shape,
}
