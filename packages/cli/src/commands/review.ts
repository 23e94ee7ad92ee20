import type { Ledger, Review } from '@vanzelf/ledger'
import { decideReview } from '@vanzelf/proactive'
import { type Command, Option } from 'commander'
import { campaignNamed, type NamedCampaign } from '../campaign/campaign-named.ts'
import { counted, meetAgain } from '../campaign/population.ts'
import { progressTo } from '../campaign/progress.ts'
import type { LoadedConfig } from '../config/load-config.ts'
import { EXIT } from '../exit-codes.ts'
import { policyNamed } from '../policy-named.ts'
import { tableText } from '../text/table-text.ts'
import type { CommonOptions, Vanzelf } from '../vanzelf.ts'
import { withLedger } from '../with-ledger.ts'
import { optionsOf, type Running } from './campaign/running.ts'
import {
  byOption,
  examples,
  limitOption,
  nameArgument,
  policyOption,
  reasonOption,
  subjectArgument,
} from './options.ts'

interface ListOptions extends CommonOptions {
  readonly policy?: string
  readonly limit: number
}
interface DecideOptions extends CommonOptions {
  readonly outcome: 'grant' | 'refuse'
  readonly by: string
  readonly reason: string
}

/** `vanzelf review`: where a person must decide. */
export function reviewCommand(program: Command, vanzelf: Vanzelf): void {
  const review = program
    .command('review')
    .description('where a person must decide: list, decide')
    .addHelpText(
      'after',
      `${examples(
        'vanzelf review list --policy waste-bags',
        "vanzelf review decide waste-bags-2026 7f3a09 --outcome grant --by 'reviewer 2' --reason 'saw the file'",
      )}
How many people must say the same, \`reviewers\` of the campaign tells.
It leaves: 0 it is settled, and took effect · 4 another person must decide · 2 there is nothing to decide, or not by you
`,
    )

  review
    .command('list')
    .description('list who waits for a person, longest first, and what that person must judge')
    .addOption(policyOption())
    .addOption(limitOption())
    .addHelpText('after', examples('vanzelf review list', 'vanzelf review list --policy waste-bags --json'))
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>()
      const config = await vanzelf.config(options)
      const policies =
        options.policy === undefined ? config.policies : [policyNamed(config.policies, options.policy, config.file)]
      const reviews = await withLedger(vanzelf.world, config, async (one) => {
        const found: Review[] = []
        for (const { name } of policies) found.push(...(await one.reviews.open(name, { limit: options.limit })))
        return found
      })
      if (options.json) return vanzelf.sayJson(reviews)
      if (reviews.length === 0) return vanzelf.say('Nobody waits for a person.')
      vanzelf.say(
        tableText(
          ['Subject', 'Policy', 'Decided', 'To judge', 'Asked', 'Said'],
          reviews.map(({ subject, policy, decision, asked, said }) => [
            subject,
            policy,
            decision?.on ?? '',
            (decision?.missing ?? []).flatMap(({ name, next }) => (next === 'needs a person' ? [name] : [])).join(', '),
            asked.map(({ by, reason }) => `${by}: ${reason}`).join('; '),
            said.map(({ by, outcome }) => `${by}: ${outcome}`).join('; '),
          ]),
          vanzelf.shown.width,
        ),
      )
    })

  review
    .command('decide')
    .addArgument(nameArgument())
    .addArgument(subjectArgument('who waits for a person'))
    .description('decide about somebody, as one person; it takes effect once as many agree as must')
    .addOption(
      new Option('--outcome <outcome>', 'grant: it is given, or kept; refuse: it is not, or what would be lost is')
        .choices(['grant', 'refuse'])
        .makeOptionMandatory(),
    )
    .addOption(byOption().makeOptionMandatory())
    .addOption(reasonOption().makeOptionMandatory())
    .addHelpText(
      'after',
      examples(
        "vanzelf review decide waste-bags-2026 7f3a09 --outcome refuse --by 'reviewer 2' --reason 'no hardship was found'",
      ),
    )
    .action(async (name: string, subject: string, _: unknown, command: Command) => {
      const { outcome, by, reason, json = false, ...options } = command.optsWithGlobals<DecideOptions>()
      const config = await vanzelf.config(options)
      const named = campaignNamed(config, name)
      const done = await withLedger(vanzelf.world, config, async (ledger) => {
        const one = runningFor(vanzelf, { named, config, ledger })
        const how = await optionsOf(one)
        await meetAgain(one.population)
        return decideReview(named.policy, { subject, outcome, by, reason }, how)
      })
      if (done.state === 'another person') vanzelf.leaveWith(EXIT.waits)
      const told = {
        subject,
        policy: named.policy.name,
        state: done.state,
        effect: 'effect' in done ? done.effect : null,
      }
      if (json) return vanzelf.sayJson(told)
      vanzelf.say(
        `${subject}: ${told.effect === null ? 'recorded; another person must decide' : `settled, and what it led to: ${told.effect}`}`,
      )
    })
}

/** What asks the registers about one person: the population is read for its pseudonyms alone, and quietly. */
function runningFor(
  { world }: Vanzelf,
  { named, config, ledger }: { readonly named: NamedCampaign; readonly config: LoadedConfig; readonly ledger: Ledger },
): Running {
  const signal = world.interrupted()
  const progress = progressTo({ ...world, err: { write: () => {} } }, true, false)
  return { named, config, ledger, signal, progress, population: counted(named.campaign.population, () => {}, signal) }
}
