import { UsageError } from '../errors.ts'
import { type Place, placeText } from './written.ts'

/** @throws {UsageError} `bad-file`: what somebody wrote does not fit, with where it stands and what would. */
export function badFile(place: Place, what: string, todo: string): never {
  throw new UsageError({ code: 'bad-file', what, where: placeText(place), todo })
}
