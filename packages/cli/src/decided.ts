import { decideOne, idOf } from '@vanzelf/proactive'
import type { Fact, IsoDate, Policy, SituationOf } from '@vanzelf/rules'
import { explain, type Proof } from '@vanzelf/rules/explain'
import type { LoadedConfig } from './config/load-config.ts'
import { connectorsFor } from './connectors-for.ts'
import { UsageError } from './errors.ts'
import { policyNamed } from './policy-named.ts'
import { readSituation } from './told/read-situation.ts'
import { askerOf, type CommonOptions, type Vanzelf } from './vanzelf.ts'
import { readWritten } from './written/read-file.ts'

export interface DecideOptions extends CommonOptions {
  readonly situation?: string
  readonly subject?: string
  readonly on?: IsoDate
  readonly asker?: string
}

/** A decision with its proof, and what those it is about are called. */
export interface DecidedCase {
  readonly policy: Policy
  readonly subject: string
  readonly on: IsoDate
  readonly proof: Proof
  nameOf(subject: object | undefined): string
  /** How many facts were asked, where sources were. */
  readonly asked?: number
}

/**
 * Decides for whom the caller names: a file that tells a situation, or a subject of whom sources are asked.
 * @throws {UsageError} `no-subject`, or what is wrong with the file
 * @throws {ConfigurationError} `no-connectors`, `no-asker`
 */
export async function decided(vanzelf: Vanzelf, name: string, options: DecideOptions): Promise<DecidedCase> {
  const config = await vanzelf.config(options)
  const policy = policyNamed(config.policies, name, config.file)
  if (options.situation !== undefined) return ofSituation(vanzelf, policy, options.situation, options.on)
  if (options.subject !== undefined) return ofSubject(vanzelf, config, policy, options.subject, options)
  throw new UsageError({
    code: 'no-subject',
    what: 'nobody is named to decide on',
    where: 'the call',
    todo: 'give `--situation` a file that tells the facts, or `--subject` a pseudonym to ask the connectors about',
  })
}

function ofSituation({ world }: Vanzelf, policy: Policy, file: string, asked: IsoDate | undefined): DecidedCase {
  const read = readSituation(policy, readWritten(world.cwd, file), file)
  const on = asked ?? read.on ?? world.today
  // What the file tells was read by the policy's own facts.
  const proof = explain(policy, read.situation as SituationOf<Fact, string>, on)
  return { policy, subject: read.subject, on, proof, nameOf: read.nameOf }
}

async function ofSubject(
  { world }: Vanzelf,
  config: LoadedConfig,
  policy: Policy,
  subject: string,
  options: DecideOptions,
): Promise<DecidedCase> {
  const on = options.on ?? world.today
  const asker = askerOf(options.asker, config)
  const connectors = await connectorsFor(policy, config)
  const { learnedFor, asked } = await decideOne(policy, subject, { connectors, on, asker })
  const nameOf = (one: object | undefined) => (one && idOf(one)) ?? 'somebody'
  return { policy, subject, on, proof: explain(policy, learnedFor(policy), on), nameOf, asked }
}
