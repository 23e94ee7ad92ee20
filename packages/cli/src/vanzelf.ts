import { createColors } from 'picocolors'
import { type LoadedConfig, loadConfig } from './config/load-config.ts'
import { ConfigurationError, type Told } from './errors.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { LANGUAGES, type LanguageCode } from './languages.ts'
import type { Shown } from './text/plain-text.ts'
import type { Outlet, World } from './world.ts'

/** The options that every command takes. */
export interface CommonOptions {
  readonly config?: string
  readonly json?: boolean
}

/** What a command works with: one call of `vanzelf`. */
export interface Vanzelf {
  readonly world: World
  readonly shown: Shown
  readonly colors: ReturnType<typeof createColors>
  config(options: CommonOptions): Promise<LoadedConfig>
  say(text: string): void
  sayJson(value: unknown): void
  complain(error: Told, json: boolean): void
  leaveWith(code: ExitCode): void
  /** What it leaves behind, once all is done. */
  exitCode(): ExitCode
}

/** A pipe has no width; text that wraps stays readable at this one. */
const WIDTH = 100

export function vanzelfIn(world: World): Vanzelf {
  let code: ExitCode = EXIT.fine
  const colors = createColors(isColourful(world.out, world))
  const errColors = createColors(isColourful(world.err, world))
  return {
    world,
    colors,
    shown: { width: (world.out.isTTY && world.out.columns) || WIDTH, bold: colors.bold },
    config: ({ config }) => loadConfig(world, config),
    say: (text) => void world.out.write(`${text}\n`),
    sayJson: (value) => void world.out.write(`${JSON.stringify(value, undefined, 2)}\n`),
    complain: ({ code, what, where, todo }, json) => {
      const lines = [
        `${errColors.red('vanzelf:')} ${what}`,
        ...(where === undefined ? [] : [`  where  ${where}`]),
        ...(todo === undefined ? [] : [`  to do  ${todo}`]),
      ]
      world.err.write(json ? `${JSON.stringify({ error: { code, what, where, todo } })}\n` : `${lines.join('\n')}\n`)
    },
    leaveWith: (next) => {
      code = next
    },
    exitCode: () => code,
  }
}

/** `NO_COLOR` and `FORCE_COLOR` count where they say anything; else only a terminal is coloured. */
const isColourful = ({ isTTY = false }: Outlet, { env }: World): boolean =>
  !env['NO_COLOR'] && (env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : isTTY && env['TERM'] !== 'dumb')

/** The language of a call: as asked, else the configuration's, else Dutch. */
export function languageOf(asked: LanguageCode | undefined, config: LoadedConfig) {
  const code = asked ?? config.language ?? 'nl'
  return { code, language: LANGUAGES[code] }
}

/** Who asks: as named in the call, else in the configuration. */
export function askerOf(asked: string | undefined, { asker, file }: LoadedConfig): string {
  const found = asked ?? asker
  if (found?.trim()) return found
  throw new ConfigurationError({
    code: 'no-asker',
    what: 'nothing is asked by nobody',
    where: file,
    todo: "name the organisation in the configuration, `asker: 'Exampleville'`, or give `--asker`",
  })
}
