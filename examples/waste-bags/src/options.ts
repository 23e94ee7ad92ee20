import { parseArgs } from 'node:util'
import type { IsoDate } from '@vanzelf/rules'

export interface Options {
  readonly residents: number
  readonly seed: number
  readonly on: IsoDate
  readonly out: string
  /** A folder of the platform's sample responses, laid out by domain, service, version and person. */
  readonly responses: string
}

export const USAGE = `npm start -- [options]
  --residents 270000   how many people live in the synthetic city
  --seed 1             another seed, another city
  --on 2026-01-01      the reference date
  --out out            where the decisions are written
  --responses PATH     sample responses of the MAGDA platform; without them that part is skipped
  --help               this text`

/** @throws {RangeError} with one line that says what is wrong */
export function optionsOf(args: readonly string[], responses: string): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      residents: { type: 'string', default: '270000' },
      seed: { type: 'string', default: '1' },
      on: { type: 'string', default: '2026-01-01' },
      out: { type: 'string', default: 'out' },
      responses: { type: 'string', default: responses },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.on)) throw new RangeError(`--on wants a date, YYYY-MM-DD, not ${values.on}`)
  return {
    residents: numberOf('residents', values.residents, 1),
    seed: numberOf('seed', values.seed, 0),
    // A date of the calendar or not: deciding says so.
    on: values.on as IsoDate,
    out: values.out,
    responses: values.responses,
  }
}

function numberOf(name: string, text: string, least: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least)
    throw new RangeError(`--${name} wants a whole number of at least ${least}, not ${text}`)
  return number
}
