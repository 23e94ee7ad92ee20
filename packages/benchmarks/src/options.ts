import { parseArgs } from 'node:util'
import { always, type EngineName, peers } from './contenders/contenders.ts'

export type Part = 'decisions' | 'types' | 'city' | 'campaign'

const PARTS = ['decisions', 'types', 'city', 'campaign'] as const satisfies readonly Part[]

export interface Options {
  readonly parts: readonly Part[]
  readonly engines: readonly EngineName[]
  /** Records of a case. */
  readonly records: number
  /** How many of them are checked. */
  readonly checked: number
  readonly rounds: number
  readonly milliseconds: number
  /** Whether the results are worth writing down. */
  readonly recorded: boolean
}

export const usage = `npm run bench -- [options]
  --decisions        only the decisions, beside the peers
  --types            only the type checker and the size of an import
  --city             only a whole city through connectors in memory
  --campaign         only a whole city as a campaign: an embedded ledger, grants and deliveries
  --peers a,b        beside these only: ${peers.join(', ')}
  --records 20000    records of a case: all are checked
  --rounds 21        how often every contender has its turn
  --ms 40            how long a turn is
  --quick            2000 records checked, 7 rounds of 15 ms; results.json stays as it is
  --help             this text`

/** @throws {Error} with one line that says what is wrong */
export function optionsOf(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      decisions: { type: 'boolean', default: false },
      types: { type: 'boolean', default: false },
      city: { type: 'boolean', default: false },
      campaign: { type: 'boolean', default: false },
      peers: { type: 'string' },
      records: { type: 'string' },
      rounds: { type: 'string' },
      ms: { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const parts = PARTS.filter((part) => values[part])
  const amount = (name: 'records' | 'rounds' | 'ms', usual: number, quick: number) => {
    const value = values[name] === undefined ? (values.quick ? quick : usual) : Number(values[name])
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number above zero`)
    return value
  }
  return {
    parts: parts.length > 0 ? parts : PARTS,
    engines: [...always, ...(values.peers === undefined ? peers : peersOf(values.peers))],
    records: amount('records', 20_000, 20_000),
    checked: amount('records', 20_000, 2_000),
    rounds: amount('rounds', 21, 7),
    milliseconds: amount('ms', 40, 15),
    recorded: !values.quick,
  }
}

function peersOf(list: string): readonly EngineName[] {
  return list.split(',').map((asked) => {
    const peer = peers.find((name) => name === asked)
    if (peer === undefined) throw new Error(`--peers has no \`${asked}\`; there are ${peers.join(', ')}`)
    return peer
  })
}
