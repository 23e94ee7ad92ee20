import { ENDLESS } from '../calendar.ts'
import { DefinitionError } from '../errors.ts'
import { versionOn } from '../parameter.ts'
import type { Parameter, Version, VersionValue } from '../tree.ts'
import { noDate } from './no-date.ts'

/**
 * The value of a parameter that is in force on a day.
 * @throws {DefinitionError} `parameter-not-in-force`
 */
export function inForce(parameter: Parameter, day: string): Version {
  return versionOn(parameter, day) ?? notInForce(parameter.name, parameter.history, day)
}

/** Every value that is in force at some time between two days, both included; nothing where on one of them none is. */
export function inForceBetween(parameter: Parameter, first: string, last: string): readonly VersionValue[] | undefined {
  const values: VersionValue[] = []
  let day = first
  for (;;) {
    const version = versionOn(parameter, day)
    if (version === undefined) return undefined
    values.push(version.value)
    const end = endOf(parameter, version)
    if (end > last || end === ENDLESS) return values
    day = end
  }
}

/** The first day after `day` on which another value, or none, is in force. */
export function nextVersion({ history }: Parameter, day: string): string {
  let next = ENDLESS
  for (const { from, until } of history) {
    if (from > day && from < next) next = from
    if (until !== undefined && until > day && until < next) next = until
  }
  return next
}

function endOf({ history }: Parameter, version: Version): string {
  return version.until ?? history[history.indexOf(version) + 1]?.from ?? ENDLESS
}

function notInForce(name: string, history: readonly Version[], day: string): never {
  if (day === '') noDate()
  const first = history[0]?.from ?? ''
  throw new DefinitionError({
    code: 'parameter-not-in-force',
    what: `parameter \`${name}\` has no value in force on ${day}`,
    where: `its history`,
    todo:
      day < first
        ? `it starts on ${first}: add the earlier value with its article, or refuse earlier dates`
        : 'add the value that follows, with its article, or refuse later dates',
  })
}
