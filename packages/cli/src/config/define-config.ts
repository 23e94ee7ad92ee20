import type { AsksOfPolicy, Fact, Policy } from '@vanzelf/rules'
import type { ConnectorsFor } from '@vanzelf/source'
import type { LanguageCode } from '../languages.ts'

/** Connectors for some of the sources, or for all. */
export type SomeConnectors<Asks extends Fact> = Partial<ConnectorsFor<Asks>>

/** What `vanzelf.config.ts` exports. */
export interface Config<Policies extends readonly Policy[] = readonly Policy[]> {
  /** The policies that the command knows, by their names. */
  readonly policies: Policies
  /**
   * What answers the facts, by source: for `--subject`. As a function it is called only when something is asked, so that
   * who only describes a policy needs no keys.
   */
  readonly connectors?:
    | SomeConnectors<AsksOfPolicy<Policies[number]>>
    | (() => SomeConnectors<AsksOfPolicy<Policies[number]>> | Promise<SomeConnectors<AsksOfPolicy<Policies[number]>>>)
  /** The organisation that asks, or a role within it: part of the purpose of each ask. */
  readonly asker?: string
  /** The language in which rules are told; without it Dutch. */
  readonly language?: LanguageCode
}

/**
 * A configuration, checked by the compiler: the connectors must answer the facts that the policies ask. It stands as the
 * default export of `vanzelf.config.ts`, where `vanzelf` is called.
 * @example
 * ```ts
 * import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
 *
 * const config = defineConfig({ policies: [ghentWasteBags], asker: 'Stad Gent' })
 * config.policies.map(({ name }) => name) // => ['ghent/waste-bags']
 * ```
 */
export function defineConfig<const Policies extends readonly Policy[]>(config: Config<Policies>): Config<Policies> {
  return config
}
