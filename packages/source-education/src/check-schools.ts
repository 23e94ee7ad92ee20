import { DefinitionError } from '@vanzelf/rules'
import { everyNode, nodeOf } from '@vanzelf/rules/tree'
import type { Schools } from './schools.ts'

/** As the administration of education writes an institution number: the fact never has another form. */
const INSTITUTION_NUMBER = /^[1-9]\d{0,5}$/

/**
 * Refuses a list of schools that could match none: without any, or with a number that no enrolment is told by. Of a
 * parameter each value of its history, for whoever decides for an earlier day meets it there.
 */
export function checkSchools(schools: Schools): void {
  for (const list of listsOf(schools)) {
    if (list.length === 0) throw bad('a list of schools is empty', 'name at least one: of none, everybody is refused')
    const wrong = list.find((number) => !INSTITUTION_NUMBER.test(number))
    if (wrong !== undefined)
      throw bad(`\`${wrong}\` is no institution number`, 'write at most six digits, without leading zeros: `99001`')
  }
}

function listsOf(schools: Schools): readonly (readonly string[])[] {
  if (isList(schools)) return [schools]
  return [...everyNode(nodeOf(schools))].flatMap((node) =>
    node.kind === 'parameter' ? node.history.map(({ value }) => value).filter(isTexts) : [],
  )
}

const isList = (schools: Schools): schools is readonly string[] => Array.isArray(schools)
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value)

const bad = (what: string, todo: string) =>
  new DefinitionError({ code: 'bad-value', what, where: '`isEnrolledIn` or `isEnrolledInYear`', todo })
