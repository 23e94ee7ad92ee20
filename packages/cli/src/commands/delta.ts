import { decideChanges, type Report } from '@vanzelf/proactive'
import type { IsoDate } from '@vanzelf/rules'
import type { Command } from 'commander'
import { approvalsNeeded, typed } from '../campaign/campaign-named.ts'
import { EXIT } from '../exit-codes.ts'
import { reportText } from '../text/report-text.ts'
import type { Vanzelf } from '../vanzelf.ts'
import { json, optionsOf, running } from './campaign/running.ts'
import { examples, nameArgument, onOption } from './options.ts'

/** `vanzelf campaign delta`: decides again whom changes concern that were taken since. */
export function deltaVerb(campaign: Command, vanzelf: Vanzelf): void {
  campaign
    .command('delta')
    .addArgument(nameArgument())
    .addOption(onOption('the day on which they are decided; without it today'))
    .description('decide those again whom the changes concern that were taken since the last time')
    .addHelpText(
      'after',
      `${examples('vanzelf campaign delta waste-bags-2026', 'vanzelf campaign delta waste-bags-2026 --on 2026-03-10')}
One that was cut short, or that waits for approval, goes on when it is called again with the same day.
`,
    )
    .action((name: string, _: unknown, command: Command) =>
      running(vanzelf, name, command, async (one) => {
        const { on = vanzelf.world.today } = command.opts<{ readonly on?: IsoDate }>()
        const reports = await decideChanges(one.named.policy, { ...(await optionsOf(one)), on })
        one.progress.end()
        if (reports.some(({ state }) => state !== 'done')) vanzelf.leaveWith(EXIT.waits)
        if (json(command)) return vanzelf.sayJson({ campaigns: reports })
        if (reports.length === 0) return vanzelf.say(`${name}: nothing changed that concerns it`)
        const told = reports.map((report) => textOf(report, vanzelf, name, approvalsNeeded(one.named.campaign)))
        vanzelf.say(told.join('\n\n'))
      }),
    )
}

function textOf(report: Report, { shown }: Vanzelf, name: string, needed: number): string {
  const text = reportText(report, shown, { title: report.campaign, granted: 'granted' })
  if (report.state !== 'to approve') return text
  return `${text}\n\nNothing took effect: ${needed} must approve \`${report.campaign}\`.\n  go on  vanzelf campaign delta ${typed(name)}, with the same day`
}
