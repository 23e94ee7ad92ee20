import type { Ledger } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import { requirements } from '@vanzelf/rules/require'
import type { ConnectorsFor } from '@vanzelf/source'
import { connectors as connectorsShape } from './config/config-shape.ts'
import type { LoadedConfig } from './config/load-config.ts'
import { ConfigurationError } from './errors.ts'
import { made } from './made.ts'

/**
 * What answers the facts of a policy.
 * @param ledger that is open: an embedded one cannot be opened twice by who limits or answers with it
 * @throws {ConfigurationError} `no-connectors`, `connectors-not-made`, `bad-config`
 */
export async function connectorsFor(
  policy: Policy,
  { connectors, file }: LoadedConfig,
  ledger?: Ledger,
): Promise<ConnectorsFor<Fact>> {
  const found = connectorsShape.safeParse((await made(connectors, 'connectors', file, ledger ? { ledger } : {})) ?? {})
  if (!found.success)
    throw new ConfigurationError({
      code: 'bad-config',
      what: '`connectors` gives no record of connectors by source',
      where: file,
      todo: 'return one, such as { "population-register": …, "social-security": … }',
    })
  const sources = [...new Set(requirements(policy).map(({ fact }) => fact.source))]
  const missing = sources.filter((source) => found.data[source] === undefined)
  // What a connector is, the types of `defineConfig` have promised.
  if (missing.length === 0) return found.data as unknown as ConnectorsFor<Fact>
  throw new ConfigurationError({
    code: 'no-connectors',
    what: `policy \`${policy.name}\` asks ${missing.map((one) => `\`${one}\``).join(', ')}, and nothing is connected to answer`,
    where: file,
    todo: 'add connectors for them under `connectors`; what is decided for one person may also be told in a file, with `--situation`',
  })
}
