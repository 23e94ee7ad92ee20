import type { Parameter, Version } from './tree.ts'

/** The value of a parameter that is in force on a day, where there is one: never the one before it. */
export function versionOn({ history }: Parameter, day: string): Version | undefined {
  for (let index = history.length - 1; index >= 0; index--) {
    const version = history[index] as Version
    if (version.from <= day) return version.until !== undefined && version.until <= day ? undefined : version
  }
  return undefined
}
