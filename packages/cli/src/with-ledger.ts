import { dirname, resolve } from 'node:path'
import type { Ledger } from '@vanzelf/ledger'
import { ledgerShape } from './config/ledger-shape.ts'
import { badConfig, type LoadedConfig } from './config/load-config.ts'
import { ConfigurationError } from './errors.ts'
import { made } from './made.ts'
import type { World } from './world.ts'

/**
 * Opens the ledger of the configuration for some work, and closes it whatever comes of that.
 * @throws {ConfigurationError} `no-ledger`, `ledger-not-made`, `bad-config`
 */
export async function withLedger<Result>(
  world: World,
  { ledger: told, file }: LoadedConfig,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  if (told === undefined)
    throw new ConfigurationError({
      code: 'no-ledger',
      what: 'the configuration names no ledger',
      where: file,
      todo: "say where it is kept: `ledger: { folder: 'ledger' }`, or `ledger: () => ({ connectionString: … })` on a server",
    })
  const checked = ledgerShape.safeParse(await made(told, 'ledger', file))
  if (!checked.success) {
    const [issue] = checked.error.issues
    throw badConfig(issue && { ...issue, path: ['ledger', ...issue.path] }, file)
  }
  const options = checked.data
  // From wherever it is called, the same configuration is of the same ledger.
  const folder =
    'folder' in options && options.folder !== undefined ? resolve(dirname(file), options.folder) : undefined
  const ledger = await world.openLedger(folder === undefined ? options : { ...options, folder })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}
