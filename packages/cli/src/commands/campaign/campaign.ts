import type { Command } from 'commander'
import type { Vanzelf } from '../../vanzelf.ts'
import { deltaVerb } from '../delta.ts'
import { examples } from '../options.ts'
import { inviteVerb } from './invite.ts'
import { peopleVerbs } from './people.ts'
import { runVerbs } from './run.ts'

/** `vanzelf campaign`: a policy decided for everybody, before anyone asks. */
export function campaignCommand(program: Command, vanzelf: Vanzelf): void {
  const campaign = program
    .command('campaign')
    .description('decide a policy for everybody and put it into effect: plan, dry-run, run, resume, approve, stop …')
    .addHelpText(
      'after',
      `${examples(
        'vanzelf campaign dry-run waste-bags-2026',
        'vanzelf campaign run waste-bags-2026',
        'vanzelf campaign report waste-bags-2026 --json',
      )}
A campaign stands in \`vanzelf.config.ts\`, beside the policies, the connectors, the asker and the ledger:
  ledger: { folder: 'ledger' },
  campaigns: {
    'waste-bags-2026': {
      policy: 'ghent/waste-bags',
      population: () => residents(),
      on: '2026-01-01',
      takesEffect: { approvals: 2 },
      lost: { then: 'ask a person', law: 'art. 9' },
    },
  },

Ctrl-C stops it between two batches; \`resume\` goes on there. How far it is, is told on standard error.
It leaves: 0 it is done · 4 it waits: it must be approved, or somebody stopped it · 130 Ctrl-C
           75 the ledger is in use or out of reach: try again later
`,
    )
  runVerbs(campaign, vanzelf)
  peopleVerbs(campaign, vanzelf)
  inviteVerb(campaign, vanzelf)
  deltaVerb(campaign, vanzelf)
}
