import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped } from '../xml.ts'
import { number } from './shapes.ts'

/** The code of the income that is taxed as a whole; each of two people has it under a letter: `A7555`, `B7555`. */
export const TAXABLE_INCOME = '7555'

const shape = z.object({
  number,
  /** Whose letter is the person's own. */
  status: z.enum(['A', 'B']).optional(),
  /** Whether somebody is assessed together with the person. */
  isJoint: z.boolean(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  items: z.array(z.object({ code: z.string().min(1), value: z.string().min(1) })).optional(),
})

/** An assessment of personal income tax, as far as it was asked. */
export type Assessment = z.infer<typeof shape>

/** A person's assessment for an income year: of all its items the taxable income only. */
export const assessment: Service<{ readonly number: string; readonly year: number }, Assessment> = {
  name: 'GeefAanslagbiljetPersonenbelasting',
  version: '02.00.0000',
  namespace: 'http://webservice.geefaanslagbiljetpersonenbelastingdienst-02_00.inkomen-02_00.vip.vlaanderen.be',
  question: ({ number, year }) =>
    `<Criteria><INSZ>${escaped(number)}</INSZ><Inkomensjaar>${year}</Inkomensjaar><IPCALCodes><IPCALCode>${TAXABLE_INCOME}</IPCALCode></IPCALCodes></Criteria><Bron>FODFIN</Bron><Taal>nl</Taal>`,
  read: (content) =>
    content.one('AanslagbiljetPersonenbelasting', (bill) => ({
      number: bill.text('GevraagdePersoon/INSZ'),
      status: bill.text('GevraagdePersoon/FiscaleStatus/Code'),
      // Who that is, no fact needs to know.
      isJoint: bill.one('GerelateerdePersoon', () => true) ?? false,
      year: bill.text('Inkomensjaar'),
      items: bill.one('Items', (items) =>
        items.each('Item', (item) => ({ code: item.text('Code'), value: item.text('Waarde') })),
      ),
    })),
  shape,
}
