import { fiscalDiscount } from './fiscal-discount.ts'
import { wasteBags } from './waste-bags.ts'
import { zoneRegistration } from './zone-registration.ts'

export const works = { A: wasteBags, B: fiscalDiscount, C: zoneRegistration } as const

export type Letter = keyof typeof works
