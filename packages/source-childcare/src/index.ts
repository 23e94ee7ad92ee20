export { childcare } from './childcare.ts'
export { type OutOfSchoolCare, outOfSchoolCare } from './out-of-school-care.ts'
export { outOfSchoolCareLabel } from './out-of-school-care-label.ts'
