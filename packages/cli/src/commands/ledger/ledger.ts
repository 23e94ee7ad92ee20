import type { Command } from 'commander'
import type { Vanzelf } from '../../vanzelf.ts'
import { examples } from '../options.ts'
import { chainVerbs } from './chain.ts'
import { healthVerb } from './health.ts'
import { peopleVerbs } from './people.ts'

/** `vanzelf ledger`: what was recorded, whether it is whole, and what it tells of somebody. */
export function ledgerCommand(program: Command, vanzelf: Vanzelf): void {
  const ledger = program
    .command('ledger')
    .description('the memory of campaigns: verify, head, export, restore, health, asks, opt-out, opt-in')
    .addHelpText(
      'after',
      `${examples(
        'vanzelf ledger verify',
        'vanzelf ledger export > ledger.jsonl',
        'vanzelf ledger asks 7f3a09',
        "vanzelf ledger opt-out 7f3a09 --by 'desk 3' --reason 'asked so by letter'",
      )}
\`ledger\` in the configuration tells where it is. A subject is named by pseudonym, never by national number.
It leaves: 0 all is well · 1 \`verify\` found that it was tampered with, or \`health\` that somebody should look · 75 it is in use or out of reach: try again later
`,
    )
  chainVerbs(ledger, vanzelf)
  peopleVerbs(ledger, vanzelf)
  healthVerb(ledger, vanzelf)
}
