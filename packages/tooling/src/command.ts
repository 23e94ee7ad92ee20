import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const repository = join(fileURLToPath(import.meta.url), '../../../..')

/** The folder of this package. */
export const tooling = join(repository, 'packages/tooling')

const { packageManager } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))

/** Runs a program to its end; what it printed, when it fails. */
export function run(
  command: readonly string[],
  { cwd = repository }: { readonly cwd?: string } = {},
): Promise<Problem> {
  const [program = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let printed = ''
    child.stdout.on('data', (chunk) => (printed += chunk))
    child.stderr.on('data', (chunk) => (printed += chunk))
    child.on('error', (error) => resolve(String(error)))
    child.on('close', (status) => resolve(status === 0 ? undefined : printed || `${program} ended with ${status}`))
  })
}

/** Why something fails; nothing when it does not. */
export type Problem = string | undefined

/** A program that this package depends on. */
export const tool = (name: string) => join(tooling, 'node_modules/.bin', name)

/** The package manager of the repository, started as its scripts start it. */
export const pnpm = ['npx', '--yes', String(packageManager)] as const
