import { invite } from '@vanzelf/proactive'
import type { Command } from 'commander'
import { campaignNamed } from '../../campaign/campaign-named.ts'
import { begun } from '../../campaign/report-of.ts'
import { channel as channelShape } from '../../config/campaign-shape.ts'
import { badConfig } from '../../config/load-config.ts'
import { made } from '../../made.ts'
import type { CommonOptions, Vanzelf } from '../../vanzelf.ts'
import { withLedger } from '../../with-ledger.ts'
import { examples, nameArgument } from '../options.ts'

/** `vanzelf campaign invite`: who alone can tell what is missing is asked to. */
export function inviteVerb(campaign: Command, vanzelf: Vanzelf): void {
  campaign
    .command('invite')
    .addArgument(nameArgument())
    .description('invite who is undetermined to tell what only they can tell; nobody twice for the same')
    .addHelpText(
      'after',
      `${examples('vanzelf campaign invite waste-bags-2026')}
\`invitations\` of the campaign is the channel that carries the letters. Who waits for a source is not invited: \`retry\` first.
`,
    )
    .action(async (name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>()
      const config = await vanzelf.config(options)
      const named = campaignNamed(config, name)
      const found = channelShape.safeParse(await made(named.campaign.invitations, 'channels', config.file))
      if (!found.success)
        throw badConfig({ path: ['campaigns', name, 'invitations'], message: 'gives no channel' }, config.file)
      const done = await withLedger(vanzelf.world, config, async (ledger) => {
        await begun(ledger, named)
        return invite(ledger, { campaign: name, channel: found.data, signal: vanzelf.world.interrupted() })
      })
      if (options.json) return vanzelf.sayJson({ campaign: name, ...done })
      const waiting = done.waiting > 0 ? `; ${done.waiting} are not yet: a source may still answer` : ''
      vanzelf.say(`${name}: ${done.invited} invited${waiting}`)
    })
}
