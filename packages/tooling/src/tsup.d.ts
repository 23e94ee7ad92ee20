import type { Options } from 'tsup'

/** The build of a package, from the entries that its package.json exports. */
export function definePackage(): Options
