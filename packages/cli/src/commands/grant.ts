import type { Grant, Ledger } from '@vanzelf/ledger'
import { endGrant, type FromDay, resumeGrant, suspendGrant } from '@vanzelf/proactive'
import type { IsoDate } from '@vanzelf/rules'
import { Argument, type Command } from 'commander'
import { tableText } from '../text/table-text.ts'
import type { CommonOptions, Vanzelf } from '../vanzelf.ts'
import { withLedger } from '../with-ledger.ts'
import { byOption, dayOption, examples, reasonOption, subjectArgument } from './options.ts'

interface ActOptions extends CommonOptions {
  readonly by: string
  readonly reason: string
  readonly from?: IsoDate
}

/** `vanzelf grant`: what a person does with one grant. */
export function grantCommand(program: Command, vanzelf: Vanzelf): void {
  const grant = program
    .command('grant')
    .description('what a person does with one grant: list, suspend, resume, end')
    .addHelpText(
      'after',
      `${examples(
        'vanzelf grant list 7f3a09',
        "vanzelf grant suspend 5b21e0 --from 2026-05-01 --by 'officer 7' --reason 'an inquiry'",
      )}
What follows from it for who carries it out is recorded with it, and handed over by the next \`vanzelf campaign run\`.
`,
    )

  grant
    .command('list')
    .addArgument(subjectArgument('whose grants'))
    .description('list the grants of somebody as they stand, with their ids')
    .addHelpText('after', examples('vanzelf grant list 7f3a09 --json'))
    .action(async (subject: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>()
      const config = await vanzelf.config(options)
      const grants = await withLedger(vanzelf.world, config, (ledger) => ledger.grants.of(subject))
      if (options.json) return vanzelf.sayJson(grants)
      if (grants.length === 0) return vanzelf.say('Nothing was granted to this subject.')
      vanzelf.say(
        tableText(
          ['Grant', 'Policy', 'State', 'From', 'Until', 'By', 'Reason'],
          grants.map(({ id, policy, state, period: { from, until }, by, reason }) => [
            ...[id, policy, state, from, until ?? '', by, reason ?? ''],
          ]),
          vanzelf.shown.width,
        ),
      )
    })

  actOn('suspend', 'let it stand still from a day on; campaigns leave it alone', suspendGrant)
  actOn('resume', 'let what was suspended hold again, for all of its period', resumeGrant)
  actOn('end', 'end it from a day on; what was received before is not asked back', endGrant)

  function actOn(
    verb: 'suspend' | 'resume' | 'end',
    description: string,
    act: (ledger: Ledger, act: FromDay) => Promise<Grant>,
  ): void {
    const command = grant
      .command(verb)
      .addArgument(new Argument('<id>', 'the grant, as `vanzelf grant list` tells it'))
      .description(description)
      .addOption(byOption().makeOptionMandatory())
      .addOption(reasonOption().makeOptionMandatory())
      .addHelpText('after', examples(`vanzelf grant ${verb} 5b21e0 --by 'officer 7' --reason 'an inquiry'`))
      .action(async (id: string, _: unknown, command: Command) => {
        const { by, reason, from = vanzelf.world.today, ...options } = command.optsWithGlobals<ActOptions>()
        const config = await vanzelf.config(options)
        const { policy, state, period } = await withLedger(vanzelf.world, config, (ledger) =>
          act(ledger, { grant: id, by, reason, from }),
        )
        if (options.json) return vanzelf.sayJson({ grant: id, policy, state, period })
        vanzelf.say(`${id}: ${state}, ${policy} from ${period.from} until ${period.until ?? 'further notice'}`)
      })
    if (verb !== 'resume')
      command.addOption(dayOption('--from <date>', 'the first day on which it does not hold; today unless told'))
  }
}
