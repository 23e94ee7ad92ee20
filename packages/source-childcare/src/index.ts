export { childcare } from './childcare.ts'
export { type OutOfSchoolCare, outOfSchoolCare } from './out-of-school-care.ts'
