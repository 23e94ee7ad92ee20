import { DefinitionError } from '../errors.ts'

/** The date at hand where an expression is read by itself, without one. */
export const NO_DATE = ''

/** @throws {DefinitionError} `no-date`: what depends on the date cannot be read without one */
export function noDate(): never {
  throw new DefinitionError({
    code: 'no-date',
    what: 'it depends on the date, and no date is given',
    where: 'an expression',
    todo: 'give `evaluate` the reference date',
  })
}
