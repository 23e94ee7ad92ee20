import type { Campaign, Ledger } from '@vanzelf/ledger'
import type { Command } from 'commander'
import { approvalsNeeded, campaignNamed, type NamedCampaign, typed } from '../../campaign/campaign-named.ts'
import { begun, reportOf } from '../../campaign/report-of.ts'
import { UsageError } from '../../errors.ts'
import { euros, reportText } from '../../text/report-text.ts'
import type { CommonOptions, Vanzelf } from '../../vanzelf.ts'
import { withLedger } from '../../with-ledger.ts'
import { byOption, examples, nameArgument, reasonOption } from '../options.ts'

interface Acting extends CommonOptions {
  readonly by: string
  readonly reason?: string
}

/** `vanzelf campaign approve`, `stop` and `report`: what people say of a campaign, and what they are told. */
export function peopleVerbs(campaign: Command, vanzelf: Vanzelf): void {
  campaign
    .command('approve')
    .addArgument(nameArgument())
    .description('say that what it decided may take effect; each person counts once')
    .addOption(byOption().makeOptionMandatory())
    .addOption(reasonOption())
    .addHelpText('after', examples("vanzelf campaign approve waste-bags-2026 --by 'head of waste'"))
    .action((name: string, _: unknown, command: Command) =>
      withCampaign(vanzelf, name, command, async (named, ledger) => {
        const { by, reason, json } = command.optsWithGlobals<Acting>()
        const needed = approvalsNeeded(named.campaign)
        checkState(
          await begun(ledger, named),
          ['to approve'],
          'nothing-to-approve',
          'run it until it waits for approval',
        )
        if ((await ledger.campaigns.approvals(name)).includes(by))
          throw new UsageError({
            code: 'another-person-needed',
            what: 'who has approved already is counted once',
            where: `campaign \`${name}\``,
            todo: 'let somebody else approve',
          })
        await ledger.campaigns.approve(name, by, reason)
        const approved = await ledger.campaigns.approvals(name)
        if (json) return vanzelf.sayJson({ campaign: name, approvals: { needed, by: approved } })
        const more = needed - approved.length
        const next =
          more > 0 ? `${more} more must approve` : `next  vanzelf campaign run ${typed(name)}   # now it takes effect`
        vanzelf.say(`${name}: ${approved.length} of ${needed} approved\n  ${next}`)
      }),
    )

  campaign
    .command('stop')
    .addArgument(nameArgument())
    .description('let nothing more of it be decided or take effect, in whatever process it runs')
    .addOption(byOption().makeOptionMandatory())
    .addOption(reasonOption().makeOptionMandatory())
    .addHelpText(
      'after',
      examples("vanzelf campaign stop waste-bags-2026 --by 'head of waste' --reason 'the register tells nonsense'"),
    )
    .action((name: string, _: unknown, command: Command) =>
      withCampaign(vanzelf, name, command, async (named, ledger) => {
        const { by, reason = '', json } = command.optsWithGlobals<Acting>()
        // One of which the population is being read would go on with what was read by now: it is cut short with Ctrl-C.
        const found = await begun(ledger, named)
        checkState(
          found,
          ['running', 'to approve'],
          'nothing-to-stop',
          'only one that runs or is to be approved can be stopped',
        )
        const moved = await ledger.campaigns.move(name, 'stopped', { by, reason }, found.state)
        if (!moved) checkState(await begun(ledger, named), [], 'nothing-to-stop', 'it changed meanwhile: look again')
        if (json) return vanzelf.sayJson({ campaign: name, state: 'stopped' })
        vanzelf.say(
          `${name}: stopped; what took effect stands\n  go on  vanzelf campaign resume ${typed(name)} --by <who> --reason <text>`,
        )
      }),
    )

  campaign
    .command('report')
    .addArgument(nameArgument())
    .description('tell what all its runs came to: outcomes, grants, and which source is wanting; nobody stands in it')
    .addHelpText(
      'after',
      examples('vanzelf campaign report waste-bags-2026', 'vanzelf campaign report waste-bags-2026 --json'),
    )
    .action((name: string, _: unknown, command: Command) =>
      withCampaign(vanzelf, name, command, async (named, ledger) => {
        const report = await reportOf(ledger, named)
        if (command.optsWithGlobals<CommonOptions>().json) return vanzelf.sayJson(report)
        const { needed, by } = report.approvals
        const waits = report.state === 'to approve'
        const more = [
          ...(waits ? [`to grant    ${euros(report.toGrant)}, before what was granted earlier is looked at`] : []),
          ...(needed > 0
            ? [`approved    by ${by.length} of ${needed}${by.length > 0 ? `: ${by.join(', ')}` : ''}`]
            : []),
        ]
        const title = `${name}: ${report.policy} on ${report.on}`
        vanzelf.say(reportText(report, vanzelf.shown, { title, granted: 'granted', more }))
      }),
    )
}

async function withCampaign(
  vanzelf: Vanzelf,
  name: string,
  command: Command,
  work: (named: NamedCampaign, ledger: Ledger) => Promise<void>,
): Promise<void> {
  const config = await vanzelf.config(command.optsWithGlobals<CommonOptions>())
  const named = campaignNamed(config, name)
  await withLedger(vanzelf.world, config, (ledger) => work(named, ledger))
}

/** @throws {UsageError} with this code where it is in another state */
function checkState({ id, state }: Campaign, states: readonly Campaign['state'][], code: string, todo: string): void {
  if (states.includes(state)) return
  throw new UsageError({ code, what: `campaign \`${id}\` is \`${state}\``, where: 'the ledger', todo })
}
