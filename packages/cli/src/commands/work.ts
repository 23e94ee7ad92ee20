import type { Ledger } from '@vanzelf/ledger'
import { type JobTold, type KnownCampaign, campaign as known, work } from '@vanzelf/proactive'
import { Argument, type Command } from 'commander'
import { campaignNamed } from '../campaign/campaign-named.ts'
import { counted, meetAgain } from '../campaign/population.ts'
import type { LoadedConfig } from '../config/load-config.ts'
import { askerOf, type CommonOptions, type Vanzelf } from '../vanzelf.ts'
import { withLedger } from '../with-ledger.ts'
import { carriedOutBy } from './campaign/running.ts'
import { examples } from './options.ts'

interface WorkOptions extends CommonOptions {
  readonly untilIdle?: boolean
}

/** `vanzelf work`: a process that does what is to be done for campaigns, beside others. */
export function workCommand(program: Command, vanzelf: Vanzelf): void {
  program
    .command('work')
    .addArgument(new Argument('[name...]', 'campaigns of the configuration; all of them unless told'))
    .description('work on campaigns that were started, beside all other processes that do, until Ctrl-C')
    .option('--until-idle', 'end when there is nothing to do now')
    .addHelpText(
      'after',
      `${examples('vanzelf work', 'vanzelf work waste-bags-2026 --until-idle', 'vanzelf work --json')}
Start one with \`vanzelf campaign start\`. Call it on as many machines as share the ledger: each batch is one process's at a time, and of
one that dies it is another's within seconds. It plans, decides, puts into effect what was approved, hands over what is due, and decides
again who waits for a source. Ctrl-C finishes what is begun.
With \`--json\` it prints a line for each job.
`,
    )
    .action(async (names: readonly string[], options: WorkOptions, command: Command) => {
      const { json = false } = command.optsWithGlobals<CommonOptions>()
      const config = await vanzelf.config(command.optsWithGlobals<CommonOptions>())
      const all = names.length > 0 ? names : Object.keys(config.campaigns ?? {})
      // Of a configuration without any it is told so.
      const named = (all.length > 0 ? all : ['']).map((name) => campaignNamed(config, name))
      await withLedger(vanzelf.world, config, async (ledger) => {
        const signal = vanzelf.world.interrupted()
        const campaigns = await Promise.all(named.map((one) => knownCampaign(one, config, ledger, signal)))
        await work(ledger, campaigns, {
          signal,
          ...(options.untilIdle && { until: 'idle' }),
          onJob: (job) => (json ? vanzelf.world.out.write(`${JSON.stringify(job)}\n`) : sayJob(vanzelf, job)),
          onUnreachable: (code) => vanzelf.complain(unreachable(code), json),
        })
      })
    })
}

async function knownCampaign(
  named: ReturnType<typeof campaignNamed>,
  config: LoadedConfig,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<KnownCampaign> {
  const { policy: _, channels: __, ...options } = named.campaign
  const population = counted(options.population, () => {}, signal)
  return known(named.policy, {
    ...options,
    ...(await carriedOutBy(named, config, ledger)),
    id: named.name,
    asker: askerOf(undefined, config),
    population,
    meetAgain: () => meetAgain(population),
  })
}

/** What becomes of batches; that it is looked whether there is more, nobody needs to read. */
function sayJob(vanzelf: Vanzelf, { queue, job, failed }: JobTold): void {
  const batch = 'batch' in job ? ` batch ${job.batch}` : ''
  const what = 'do' in job ? `${job.do}${batch}` : 'hand over'
  if (failed !== undefined) vanzelf.say(`${queue}: ${what} failed, \`${failed}\`; it is tried again`)
  else if (batch !== '' || what === 'decide again') vanzelf.say(`${queue}: ${what}`)
}

const unreachable = (code: string) => ({
  name: 'Unreachable',
  code,
  what: 'the ledger cannot be reached',
  todo: 'nothing: the work goes on when it is back',
})
