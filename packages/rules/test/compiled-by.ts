import { compile as byClosures } from '@vanzelf/rules/evaluate'
import { compile as bySource } from '@vanzelf/rules/evaluate/generated'

/** Both ways to compile a policy: they decide the same. */
export const WAYS = [
  ['generated source', bySource],
  ['closures', byClosures],
] as const

export { byClosures, bySource }
