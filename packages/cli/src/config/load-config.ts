import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigurationError, firstLineOf, isTold } from '../errors.ts'
import type { World } from '../world.ts'
import { type CheckedConfig, config } from './config-shape.ts'

const NAMES = ['vanzelf.config.ts', 'vanzelf.config.mts', 'vanzelf.config.js', 'vanzelf.config.mjs']

/** A configuration, and the file in which it stands. */
export interface LoadedConfig extends CheckedConfig {
  readonly file: string
}

/**
 * Loads and checks the configuration.
 * @param named the file that the caller named, if any
 * @throws {ConfigurationError} `no-config`, `config-does-not-load`, `bad-config`
 */
export async function loadConfig(world: World, named?: string): Promise<LoadedConfig> {
  const file = fileOf(world.cwd, named)
  const exported = await load(world, file)
  const checked = config.safeParse(exported)
  if (checked.success) return { ...checked.data, file }
  const [issue] = checked.error.issues
  throw badConfig(issue, file)
}

/** What of a configuration does not fit, whether that is seen when it is loaded or when a part of it is made. */
export const badConfig = (
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
  file: string,
): ConfigurationError =>
  new ConfigurationError({
    code: 'bad-config',
    what: `${pathOf(issue?.path ?? [])} ${issue?.message ?? 'does not fit'}`,
    where: file,
    todo: "write `export default defineConfig({ policies: [ … ] })` with `defineConfig` of '@vanzelf/cli': an editor then shows what fits",
  })

function fileOf(cwd: string, named: string | undefined): string {
  if (named === undefined) {
    const found = NAMES.map((name) => resolve(cwd, name)).find((file) => existsSync(file))
    if (found !== undefined) return found
    throw new ConfigurationError({
      code: 'no-config',
      what: 'there is no `vanzelf.config.ts`',
      where: cwd,
      todo: 'go to the folder that has one, name it with `--config`, or make one that exports the policies, as `vanzelf --help` shows',
    })
  }
  const file = resolve(cwd, named)
  if (existsSync(file)) return file
  throw new ConfigurationError({
    code: 'no-config',
    what: 'the file that `--config` names is not there',
    where: file,
    todo: 'give its path from the folder in which you are',
  })
}

async function load(world: World, file: string): Promise<unknown> {
  let loaded: unknown
  try {
    loaded = await world.load(pathToFileURL(file).href)
  } catch (error) {
    // What a policy complains of while it is made has said where and what to do.
    if (isTold(error)) throw error
    throw new ConfigurationError({
      code: 'config-does-not-load',
      what: `it does not load: ${firstLineOf(error)}`,
      where: file,
      todo: 'mend it, or install what it imports',
    })
  }
  const exported = defaultOf(loaded)
  if (exported !== undefined) return exported
  throw new ConfigurationError({
    code: 'bad-config',
    what: 'it has no default export',
    where: file,
    todo: "write `export default defineConfig({ policies: [ … ] })` with `defineConfig` of '@vanzelf/cli'",
  })
}

/** In a CommonJS project the default export stands one deeper. */
function defaultOf(module: unknown): unknown {
  const exported = hasDefault(module) ? module.default : undefined
  return hasDefault(exported) ? exported.default : exported
}

const hasDefault = (value: unknown): value is { readonly default: unknown } =>
  typeof value === 'object' && value !== null && 'default' in value

const pathOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'the default export'
    : `\`${path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('')}\``
