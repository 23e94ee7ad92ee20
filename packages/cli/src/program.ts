import { Command } from 'commander'
import { campaignCommand } from './commands/campaign/campaign.ts'
import { changesCommand } from './commands/changes.ts'
import { completionCommand } from './commands/completion.ts'
import { decideCommand } from './commands/decide.ts'
import { describeCommand } from './commands/describe.ts'
import { explainCommand } from './commands/explain.ts'
import { grantCommand } from './commands/grant.ts'
import { ledgerCommand } from './commands/ledger/ledger.ts'
import { objectionCommand } from './commands/objection.ts'
import { requireCommand } from './commands/require.ts'
import { reviewCommand } from './commands/review.ts'
import { testCommand } from './commands/test.ts'
import { workCommand } from './commands/work.ts'
import type { Vanzelf } from './vanzelf.ts'
import { VERSION } from './version.ts'

/** Every command, in the order of the help. */
const COMMANDS = [
  describeCommand,
  requireCommand,
  decideCommand,
  explainCommand,
  testCommand,
  campaignCommand,
  workCommand,
  changesCommand,
  reviewCommand,
  objectionCommand,
  grantCommand,
  ledgerCommand,
  completionCommand,
]

/** The command line: what may be typed, and its help. */
export function program(vanzelf: Vanzelf, json: boolean): Command {
  const { out, err } = vanzelf.world
  const root = new Command('vanzelf')
    .description('Policies at a terminal: tell them, decide with them, test them, and run them over a city.')
    .version(VERSION, '-V, --version', 'print the version')
    .option('-c, --config <file>', 'the configuration; without it the vanzelf.config.ts of this folder')
    .option('--json', 'print JSON, for programs')
    .helpOption('-h, --help', 'print help, with examples')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => void out.write(text),
      writeErr: (text) => void err.write(text),
      outputError: (text, write) => {
        const [what = '', todo] = text
          .trim()
          .replace(/^error: /, '')
          .split('\n')
        // Commander suggests between brackets.
        const told = todo?.replace(/^\((.*)\)$/, '$1')
        if (json) vanzelf.complain({ name: 'UsageError', code: 'wrong-use', what, todo: told }, json)
        else write(text)
      },
      getOutHelpWidth: () => vanzelf.shown.width,
      getErrHelpWidth: () => vanzelf.shown.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
A configuration names the policies, \`vanzelf.config.ts\`:
  import { defineConfig } from '@vanzelf/cli'
  import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
  export default defineConfig({ policies: [ghentWasteBags], asker: 'Stad Gent', language: 'nl' })

Examples:
  vanzelf describe waste-bags
  vanzelf decide waste-bags --situation anna.yaml --on 2026-01-01
  vanzelf test tests/*.yaml
  vanzelf campaign run waste-bags-2026

It leaves: 0 all is well, a refusal included · 1 a test failed, or the ledger was tampered with
           2 wrong use, or a file that does not fit · 3 the configuration or a policy is broken
           4 a campaign waits for people · 70 a mistake of this program · 75 the ledger is in use or out of reach
           130 Ctrl-C
Colours: NO_COLOR=1 turns them off; in a pipe there are none.
`,
    )
  for (const command of COMMANDS) command(root, vanzelf)
  return root
}
