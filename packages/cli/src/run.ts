import { CommanderError } from 'commander'
import { exitCodeOf, isTold, UsageError } from './errors.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { NationalNumberError } from './national-number.ts'
import { program } from './program.ts'
import { type Vanzelf, vanzelfIn } from './vanzelf.ts'
import type { World } from './world.ts'

/** Runs one call of `vanzelf`. It never throws: what goes wrong is told, and what it leaves says so. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const vanzelf = vanzelfIn(world)
  const json = args.includes('--json')
  const root = program(vanzelf, json)
  if (args.length === 0) {
    root.outputHelp({ error: true })
    return EXIT.wrongUse
  }
  try {
    await root.parseAsync([...args], { from: 'user' })
    return vanzelf.exitCode()
  } catch (error) {
    return tell(error, vanzelf, json)
  }
}

function tell(error: unknown, vanzelf: Vanzelf, json: boolean): ExitCode {
  // Commander has told it by now.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongUse
  const told =
    error instanceof NationalNumberError
      ? new UsageError({
          code: 'national-number',
          what: `\`${error.typedAs}\` looks like a national number`,
          where: 'the call',
          todo: 'give a pseudonym of a subject, as `pseudonyms` of @vanzelf/source makes them, and a role or a staff number of who acts; and clear the number from the history of your shell',
        })
      : error
  const code = exitCodeOf(told)
  if (isTold(told) && code !== EXIT.unforeseen) vanzelf.complain(told, json)
  else vanzelf.world.err.write(`vanzelf: nobody foresaw this: please report it\n${stackOf(told)}\n`)
  return code
}

const stackOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : 'what was thrown is no error'
