import { ENDLESS } from '../calendar.ts'
import { DefinitionError } from '../errors.ts'
import type { Parameter, Version, VersionValue } from '../tree.ts'

/**
 * The value of a parameter that is in force on a day.
 * @throws {DefinitionError} `parameter-not-in-force`
 */
export function inForce({ name, history }: Parameter, day: string): Version {
  for (let index = history.length - 1; index >= 0; index--) {
    const version = history[index] as Version
    if (version.from > day) continue
    if (version.until !== undefined && version.until <= day) break
    return version
  }
  return notInForce(name, history, day)
}

/**
 * Every value that is in force at some time between two days, both included.
 * @throws {DefinitionError} `parameter-not-in-force` when there is a day without one
 */
export function inForceBetween(parameter: Parameter, first: string, last: string): readonly VersionValue[] {
  const values: VersionValue[] = []
  let day = first
  for (;;) {
    const version = inForce(parameter, day)
    values.push(version.value)
    const end = endOf(parameter, version)
    if (end > last || end === ENDLESS) return values
    day = end
  }
}

/** The first day after `day` on which another value, or none, is in force. */
export function nextVersion(parameter: Parameter, day: string): string {
  return endOf(parameter, inForce(parameter, day))
}

function endOf({ history }: Parameter, version: Version): string {
  return version.until ?? history[history.indexOf(version) + 1]?.from ?? ENDLESS
}

function notInForce(name: string, history: readonly Version[], day: string): never {
  const first = history[0]?.from ?? ''
  throw new DefinitionError({
    code: 'parameter-not-in-force',
    what: `parameter \`${name}\` has no value in force on ${day}`,
    where: `its history`,
    todo: day < first ? `it starts on ${first}: add the earlier value with its article, or refuse earlier dates` : 'add the value that follows, with its article, or refuse later dates',
  })
}
