import { dryRun, planCampaign, type Report, retryCampaign, runCampaign, startCampaign } from '@vanzelf/proactive'
import type { Command } from 'commander'
import { approvalsNeeded, typed } from '../../campaign/campaign-named.ts'
import { meetAgain } from '../../campaign/population.ts'
import { begun } from '../../campaign/report-of.ts'
import { UsageError } from '../../errors.ts'
import { EXIT } from '../../exit-codes.ts'
import { reportText } from '../../text/report-text.ts'
import type { Vanzelf } from '../../vanzelf.ts'
import { byOption, examples, nameArgument, reasonOption } from '../options.ts'
import { json, optionsOf, planOptionsOf, type Running, running } from './running.ts'

/** `vanzelf campaign plan`, `start`, `dry-run`, `run`, `resume` and `retry`: what takes time, and can be stopped. */
export function runVerbs(campaign: Command, vanzelf: Vanzelf): void {
  campaign
    .command('plan')
    .addArgument(nameArgument())
    .description('read the population into batches, and tell how many there are; nothing is asked about them')
    .addHelpText('after', examples('vanzelf campaign plan waste-bags-2026'))
    .action((name: string, _: unknown, command: Command) =>
      running(vanzelf, name, command, async (one) => {
        const planned = await planCampaign(one.named.policy, planOptionsOf(one))
        one.progress.end()
        const { subjects, batches } = await one.ledger.campaigns.counts(name)
        const found = {
          campaign: name,
          policy: one.named.policy.name,
          on: planned.on,
          state: planned.state,
          subjects,
          batches,
        }
        if (json(command)) vanzelf.sayJson(found)
        else
          vanzelf.say(
            `${name}: ${subjects.toLocaleString('en')} of whom \`${found.policy}\` is decided on ${found.on}\n  next  vanzelf campaign run ${typed(name)}`,
          )
      }),
    )

  campaign
    .command('start')
    .addArgument(nameArgument())
    .description('begin it for the processes that `vanzelf work`, and return at once; or send again what is left of it')
    .addHelpText(
      'after',
      `${examples('vanzelf campaign start waste-bags-2026')}
For a ledger on a server, which several processes share.
`,
    )
    .action((name: string, _: unknown, command: Command) =>
      running(vanzelf, name, command, async (one) => {
        const { state } = await startCampaign(one.named.policy, planOptionsOf(one))
        if (json(command)) vanzelf.sayJson({ campaign: name, state })
        else vanzelf.say(`${name}: begun, and \`${state}\`\n  next  vanzelf work ${typed(name)}`)
      }),
    )

  campaign
    .command('dry-run')
    .addArgument(nameArgument())
    .description('ask and decide, and tell what it would come to; nothing takes effect, and each question is recorded')
    .addHelpText('after', examples('vanzelf campaign dry-run waste-bags-2026 --json'))
    .action((name: string, _: unknown, command: Command) =>
      running(vanzelf, name, command, async (one) => {
        const report = await dryRun(one.named.policy, await optionsOf(one))
        one.progress.end()
        if (json(command)) vanzelf.sayJson(report)
        else
          vanzelf.say(
            reportText(report, vanzelf.shown, { title: `${name}: what it would come to`, granted: 'to grant' }),
          )
      }),
    )

  campaign
    .command('run')
    .addArgument(nameArgument())
    .description('plan it, decide batch after batch and put it into effect; or go on where it was cut short')
    .addHelpText('after', examples('vanzelf campaign run waste-bags-2026'))
    .action((name: string, _: unknown, command: Command) =>
      running(vanzelf, name, command, (one) => runOn(vanzelf, one, command)),
    )

  campaign
    .command('resume')
    .addArgument(nameArgument())
    .description('go on with one that was cut short, or that somebody stopped')
    .addOption(byOption())
    .addOption(reasonOption())
    .addHelpText(
      'after',
      `${examples('vanzelf campaign resume waste-bags-2026', "vanzelf campaign resume waste-bags-2026 --by 'head of waste' --reason 'the register was mended'")}
One that a person stopped is resumed by a person: then \`--by\` is needed.
`,
    )
    .action((name: string, _: unknown, command: Command) =>
      running(vanzelf, name, command, async (one) => {
        const { by, reason } = command.opts<{ readonly by?: string; readonly reason?: string }>()
        const { state } = await begun(one.ledger, one.named)
        if (state === 'stopped') {
          if (by === undefined)
            throw new UsageError({
              code: 'stopped-by-a-person',
              what: `somebody stopped campaign \`${name}\``,
              where: 'the ledger',
              todo: `say who lets it go on: vanzelf campaign resume ${typed(name)} --by <who> --reason <text>`,
            })
          await one.ledger.campaigns.move(name, 'running', { by, ...(reason !== undefined && { reason }) }, 'stopped')
        }
        await runOn(vanzelf, one, command)
      }),
    )

  campaign
    .command('retry')
    .addArgument(nameArgument())
    .description('decide again those who wait for a source, and put into effect what became certain')
    .addHelpText('after', examples('vanzelf campaign retry waste-bags-2026'))
    .action((name: string, _: unknown, command: Command) =>
      running(vanzelf, name, command, async (one) => {
        const { state } = await begun(one.ledger, one.named)
        const options = await optionsOf(one)
        if (state === 'done') await meetAgain(one.population)
        const report = await retryCampaign(one.named.policy, options)
        tellRun(vanzelf, one, command, report)
      }),
    )
}

async function runOn(vanzelf: Vanzelf, one: Running, command: Command): Promise<void> {
  const options = await optionsOf(one)
  if (!(await readsAll(one)) && (await worksOnAPlan(one))) {
    await meetAgain(one.population)
    one.progress.end()
  }
  const report = await runCampaign(one.named.policy, options)
  one.progress.end()
  const by = await one.ledger.campaigns.approvals(one.named.name)
  tellRun(vanzelf, one, command, report, by)
}

/** Plans it where nobody did; whether this process read all of its population, and so made the pseudonyms. */
async function readsAll(one: Running): Promise<boolean> {
  let hasReadAll = false
  async function* population() {
    yield* one.population()
    hasReadAll = true
  }
  await planCampaign(one.named.policy, { ...planOptionsOf(one), population })
  return hasReadAll
}

/** Whether anything is left to be done with what another process planned. */
async function worksOnAPlan({ ledger, named: { name, campaign } }: Running): Promise<boolean> {
  const found = await ledger.campaigns.find(name)
  if (found === undefined || found.state === 'stopped') return false
  if (found.state !== 'to approve') return true
  return (await ledger.campaigns.approvals(name)).length >= approvalsNeeded(campaign)
}

function tellRun(
  vanzelf: Vanzelf,
  { named }: Running,
  command: Command,
  report: Report,
  approvedBy: readonly string[] = [],
): void {
  const needed = approvalsNeeded(named.campaign)
  if (report.state !== 'done') vanzelf.leaveWith(EXIT.waits)
  if (json(command)) {
    vanzelf.sayJson({ ...report, approvals: { needed, by: approvedBy } })
    return
  }
  const title = `${named.name}: what this run came to`
  const next = nextLines(named.name, report.state, needed, approvedBy.length)
  vanzelf.say([reportText(report, vanzelf.shown, { title, granted: 'granted' }), ...next].join('\n'))
}

function nextLines(name: string, state: Report['state'], needed: number, approved: number): readonly string[] {
  if (state === 'to approve')
    return [
      '',
      `Nothing took effect: ${needed} must approve, and ${approved} did.`,
      `  read it  vanzelf campaign report ${typed(name)}`,
      `  approve  vanzelf campaign approve ${typed(name)} --by <who>`,
      `  go on    vanzelf campaign run ${typed(name)}`,
    ]
  if (state === 'stopped')
    return ['', 'Somebody stopped it.', `  go on    vanzelf campaign resume ${typed(name)} --by <who> --reason <text>`]
  return []
}
