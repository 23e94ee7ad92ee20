import { type Health, health } from '@vanzelf/proactive'
import type { Command } from 'commander'
import { EXIT } from '../../exit-codes.ts'
import { tableText } from '../../text/table-text.ts'
import type { CommonOptions, Vanzelf } from '../../vanzelf.ts'
import { withLedger } from '../../with-ledger.ts'
import { examples } from '../options.ts'

/** `vanzelf ledger health`: what waits, and since when. */
export function healthVerb(ledger: Command, vanzelf: Vanzelf): void {
  ledger
    .command('health')
    .description('tell whether it can be written, what waits and since when; leaves 1 where somebody should look')
    .addHelpText('after', examples('vanzelf ledger health', 'vanzelf ledger health --json'))
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>()
      const found = await withLedger(vanzelf.world, await vanzelf.config(options), (one) => health({ ledger: one }))
      if (found.state !== 'ok') vanzelf.leaveWith(EXIT.failed)
      if (options.json) vanzelf.sayJson(found)
      else vanzelf.say(written(found, vanzelf.shown.width))
    })
}

const written = ({ parts }: Health, width: number): string =>
  tableText(
    ['Part', 'State', 'Why', 'How many', 'Since'],
    parts.map(({ part, name, state, code, count, since }) => [
      name === undefined ? part : `${part}: ${name}`,
      state,
      code ?? '',
      count === undefined ? '' : String(count),
      since ?? '',
    ]),
    width,
  )
