import type { TakenChanges } from '@vanzelf/ledger'
import { parseChanges } from '@vanzelf/source'
import type { Command } from 'commander'
import type { FeedRead } from '../config/feeds.ts'
import type { LoadedConfig } from '../config/load-config.ts'
import { ConfigurationError, isTold, UsageError } from '../errors.ts'
import type { CommonOptions, Vanzelf } from '../vanzelf.ts'
import { withLedger } from '../with-ledger.ts'
import { readWritten } from '../written/read-file.ts'
import { examples } from './options.ts'

/** `vanzelf changes`: what sources may answer otherwise since, as they push it. */
export function changesCommand(program: Command, vanzelf: Vanzelf): void {
  const changes = program
    .command('changes')
    .description('messages of sources that something changed: take them in, for campaigns to decide')
    .addHelpText(
      'after',
      `${examples('vanzelf changes take inbox/*.xml', 'vanzelf campaign delta waste-bags-2026')}
\`feeds\` in the configuration reads a message:
  feeds: magdaFeed({ pseudonyms }),
`,
    )

  changes
    .command('take')
    .argument('<file...>', 'messages, one a file')
    .description('take messages into the ledger; one that was taken before counts once, in whatever order they come')
    .addHelpText(
      'after',
      `${examples('vanzelf changes take inbox/*.xml', 'vanzelf changes take inbox/*.xml --json')}
Of a message that does not fit nothing is taken, nor of those after it: mend it, and take all of them again.
`,
    )
    .action(async (files: readonly string[], _: unknown, command: Command) => {
      const { world } = vanzelf
      const options = command.optsWithGlobals<CommonOptions>()
      const config = await vanzelf.config(options)
      const read = feedsOf(config)
      const taken: TakenFile[] = []
      await withLedger(world, config, async (ledger) => {
        for (const file of files) {
          const { changes, ...told } = await messageIn(file, readWritten(world.cwd, file), read, config)
          taken.push({ file, ...told, ...(await ledger.changes.take(changes)) })
        }
      })
      if (options.json) vanzelf.sayJson({ messages: taken })
      else vanzelf.say(taken.flatMap(linesOf).join('\n'))
    })
}

interface TakenFile extends Omit<FeedRead, 'changes'>, TakenChanges {
  readonly file: string
}

const linesOf = ({ file, taken, before, unknownStatuses = [], exceptions = [] }: TakenFile) => [
  `${file}: ${taken.toLocaleString('en')} taken, ${before.toLocaleString('en')} before`,
  ...(unknownStatuses.length > 0 ? [`  asked for no fact  ${unknownStatuses.join(', ')}`] : []),
  ...(exceptions.length > 0 ? [`  wrong at the source  ${exceptions.join(', ')}`] : []),
]

function feedsOf({ feeds, file }: LoadedConfig) {
  if (feeds !== undefined) return feeds
  throw new ConfigurationError({
    code: 'no-feeds',
    what: 'nothing reads the messages of sources',
    where: file,
    todo: 'say what does: `feeds: magdaFeed({ pseudonyms })`',
  })
}

async function messageIn(
  file: string,
  text: string,
  read: NonNullable<LoadedConfig['feeds']>,
  config: LoadedConfig,
): Promise<FeedRead> {
  try {
    const { changes, unknownStatuses = [], exceptions = [] } = await read(text)
    return { changes: parseChanges(changes), unknownStatuses, exceptions }
  } catch (error) {
    if (isTold(error) && error.todo !== undefined) {
      const { code, what, where = 'a message', todo } = error
      throw new UsageError({ code, what, where: `${file}: ${where}`, todo })
    }
    // What it says itself may hold what it read.
    throw new ConfigurationError({
      code: 'feeds-failed',
      what: `\`feeds\` throws on ${file}, or gives no record with \`changes\``,
      where: config.file,
      todo: 'let it tell what does not fit as a `DocumentError`, and give `{ changes: [ … ] }`',
    })
  }
}
