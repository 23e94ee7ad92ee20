import type { Head } from '@vanzelf/ledger'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../../errors.ts'
import { EXIT } from '../../exit-codes.ts'
import type { CommonOptions, Vanzelf } from '../../vanzelf.ts'
import { withLedger } from '../../with-ledger.ts'
import type { Outlet } from '../../world.ts'
import { examples } from '../options.ts'

interface VerifyOptions extends CommonOptions {
  readonly head?: Head
}

/** `vanzelf ledger verify`, `head`, `export` and `restore`: the chain of what was recorded. */
export function chainVerbs(ledger: Command, vanzelf: Vanzelf): void {
  const { world } = vanzelf

  ledger
    .command('verify')
    .description('compute the whole chain again; leaves 1 where the ledger was tampered with')
    .addOption(
      new Option('--head <seq:hash>', 'a head that was kept elsewhere: it tells a ledger that was cut short').argParser(
        headIn,
      ),
    )
    .addHelpText('after', examples('vanzelf ledger verify', 'vanzelf ledger verify --head 1042:9f2c…'))
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<VerifyOptions>()
      const verified = await withLedger(world, await vanzelf.config(options), (one) => one.verify(options.head))
      const { broken, entries, head } = verified
      if (broken) vanzelf.leaveWith(EXIT.failed)
      if (options.json) return vanzelf.sayJson({ ...verified, whole: broken === undefined })
      vanzelf.say(
        broken
          ? `Tampered with: ${broken.what}${broken.table === undefined ? '' : ` in \`${broken.table}\``}, at entry ${broken.seq}; ${entries} before it fit.`
          : `Whole: ${entries} ${entries === 1 ? 'entry' : 'entries'}, head ${written(head)}`,
      )
    })

  ledger
    .command('head')
    .description('print the last entry of the chain: keep it where nobody who writes the ledger can change it')
    .addHelpText('after', examples('vanzelf ledger head >> /mnt/elsewhere/heads'))
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>()
      const head = await withLedger(world, await vanzelf.config(options), (one) => one.head())
      if (options.json) vanzelf.sayJson(head)
      else vanzelf.say(written(head))
    })

  ledger
    .command('export')
    .description('write all that it holds as lines of JSON: a backup, and the way to another database')
    .addHelpText(
      'after',
      examples('vanzelf ledger export > ledger.jsonl', 'vanzelf ledger export | gzip > ledger.jsonl.gz'),
    )
    .action(async (_: unknown, command: Command) => {
      const config = await vanzelf.config(command.optsWithGlobals<CommonOptions>())
      await withLedger(world, config, async (one) => {
        for await (const line of one.export()) await poured(`${line}\n`, world.out)
      })
    })

  ledger
    .command('restore')
    .description('put what was exported into a ledger that is empty: all of it or nothing')
    .addHelpText(
      'after',
      examples('vanzelf ledger restore < ledger.jsonl', 'gunzip < ledger.jsonl.gz | vanzelf ledger restore'),
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>()
      const config = await vanzelf.config(options)
      if (world.input.isTTY)
        throw new UsageError({
          code: 'nothing-to-restore',
          what: 'nothing comes in',
          where: 'the call',
          todo: 'give it an export: vanzelf ledger restore < ledger.jsonl',
        })
      const head = await withLedger(world, config, (one) => one.restore(world.input.lines()))
      if (options.json) vanzelf.sayJson(head)
      else vanzelf.say(`Restored: ${head.seq} ${head.seq === 1 ? 'entry' : 'entries'}, head ${written(head)}`)
    })
}

const written = ({ seq, hash }: Head): string => `${seq}:${hash}`

function headIn(text: string): Head {
  const [, seq, hash] = /^(\d+):([0-9a-f]+)$/i.exec(text.trim()) ?? []
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash: hash.toLowerCase() }
  throw new InvalidArgumentError('Write it as `vanzelf ledger head` does: a number, a colon and a hash.')
}

/** Writes, and waits where a pipe is slower than the ledger. */
async function poured(text: string, out: Outlet): Promise<void> {
  out.write(text)
  if (out.writableNeedDrain) await new Promise<void>((then) => out.once?.('drain', then) ?? then())
}
