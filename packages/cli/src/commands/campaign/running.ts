import type { Ledger } from '@vanzelf/ledger'
import type { CampaignOptions, PlanOptions } from '@vanzelf/proactive'
import type { Command } from 'commander'
import { approvalsNeeded, campaignNamed, type NamedCampaign, typed } from '../../campaign/campaign-named.ts'
import { counted } from '../../campaign/population.ts'
import { type Progress, progressTo } from '../../campaign/progress.ts'
import { channels as channelsShape } from '../../config/campaign-shape.ts'
import { badConfig, type LoadedConfig } from '../../config/load-config.ts'
import { connectorsFor } from '../../connectors-for.ts'
import { EXIT } from '../../exit-codes.ts'
import { made } from '../../made.ts'
import { askerOf, type CommonOptions, type Vanzelf } from '../../vanzelf.ts'
import { withLedger } from '../../with-ledger.ts'

/** What a verb that takes time works with. */
export interface Running {
  readonly named: NamedCampaign
  readonly config: LoadedConfig
  readonly ledger: Ledger
  readonly signal: AbortSignal
  readonly progress: Progress
  /** The population, counted while it is read. */
  readonly population: ReturnType<typeof counted>
}

/** Whether a program reads what it says. */
export const json = (command: Command): boolean => command.optsWithGlobals<CommonOptions>().json ?? false

/** Works with a campaign until it is done, or until somebody presses Ctrl-C. */
export async function running(
  vanzelf: Vanzelf,
  name: string,
  command: Command,
  work: (running: Running) => Promise<void>,
): Promise<void> {
  const { world } = vanzelf
  const config = await vanzelf.config(command.optsWithGlobals<CommonOptions>())
  const named = campaignNamed(config, name)
  const progress = progressTo(world, json(command), approvalsNeeded(named.campaign) > 0)
  await withLedger(world, config, async (ledger) => {
    const signal = world.interrupted()
    const population = counted(named.campaign.population, progress.read, signal)
    try {
      await work({ named, config, ledger, signal, progress, population })
    } catch (error) {
      progress.end()
      if (!isStop(error, signal)) throw error
      const { batches } = await ledger.campaigns.counts(name)
      const dry = command.name() === 'dry-run'
      vanzelf.complain(
        {
          name: 'Interrupted',
          code: 'interrupted',
          what: dry
            ? 'stopped: a dry run leaves nothing but the record of its questions'
            : `stopped between two batches: ${batches.done} of ${batches.open + batches.decided + batches.done} are done, and none is half done`,
          todo: dry
            ? `begin again: vanzelf campaign dry-run ${typed(name)}`
            : `go on: vanzelf campaign ${command.name() === 'run' ? 'resume' : command.name()} ${typed(name)}`,
        },
        json(command),
      )
      vanzelf.leaveWith(EXIT.interrupted)
    } finally {
      progress.end()
    }
  })
}

/** Connectors and channels are given the same signal, and stop by throwing its reason or an error of their own. */
const isStop = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted && (error === signal.reason || (error instanceof Error && error.name === 'AbortError'))

/** What planning takes: no source is asked, and nothing delivered. */
export function planOptionsOf({ named, config, ledger, signal, population }: Running): PlanOptions {
  const { policy: _, channels: __, ...options } = named.campaign
  return { ...options, id: named.name, ledger, asker: askerOf(undefined, config), population, signal }
}

/** What `runCampaign` and its like take: from the campaign, the rest of the configuration, and the call. */
export async function optionsOf(running: Running): Promise<CampaignOptions> {
  const { named, config, ledger, progress } = running
  return {
    ...planOptionsOf(running),
    ...(await carriedOutBy(named, config, ledger)),
    onProgress: progress.of,
  }
}

/** What answers a campaign, and what carries it out. */
export async function carriedOutBy(
  { name, policy, campaign }: NamedCampaign,
  config: LoadedConfig,
  ledger: Ledger,
): Promise<Pick<CampaignOptions, 'connectors' | 'channels'>> {
  const found = channelsShape.optional().safeParse(await made(campaign.channels, 'channels', config.file))
  if (!found.success)
    throw badConfig({ path: ['campaigns', name, 'channels'], message: 'gives no list of channels' }, config.file)
  return {
    connectors: await connectorsFor(policy, config, ledger),
    ...(found.data && { channels: found.data }),
  }
}
