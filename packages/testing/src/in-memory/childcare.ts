import type { FactsOf } from '@vanzelf/source'
import type { childcare } from '@vanzelf/source-childcare'
import { careOf } from '../city/care.ts'
import type { Columns } from '../city/columns.ts'
import { heldDuring } from './reader.ts'
import type { Readers } from './readers.ts'

/** What a municipality's own childcare service says of a city. */
export const childcareOf = (columns: Columns): Readers<FactsOf<typeof childcare>> => ({
  outOfSchoolCare: heldDuring(careOf(columns)),
})
