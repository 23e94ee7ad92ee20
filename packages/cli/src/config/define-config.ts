import type { Ledger, LedgerOptions } from '@vanzelf/ledger'
import type { AsksOfPolicy, Fact, Policy } from '@vanzelf/rules'
import type { ConnectorsFor } from '@vanzelf/source'
import type { LanguageCode } from '../languages.ts'
import type { CampaignConfig } from './campaign-config.ts'
import type { Feeds } from './feeds.ts'

/** Connectors for some of the sources, or for all. */
export type SomeConnectors<Asks extends Fact> = Partial<ConnectorsFor<Asks>>

/** What `vanzelf.config.ts` exports. */
export interface Config<Policies extends readonly Policy[] = readonly Policy[]> {
  /** The policies that the command knows, by their names. */
  readonly policies: Policies
  /**
   * What answers the facts, by source: for `--subject` and for campaigns. As a function it is called only when something is
   * asked, so that who only describes a policy needs no keys; a campaign gives it its ledger, for what limits how much is
   * asked or answers what was granted.
   */
  readonly connectors?:
    | SomeConnectors<AsksOfPolicy<Policies[number]>>
    | ((from: {
        readonly ledger?: Ledger
      }) => SomeConnectors<AsksOfPolicy<Policies[number]>> | Promise<SomeConnectors<AsksOfPolicy<Policies[number]>>>)
  /** The organisation that asks, or a role within it: part of the purpose of each ask. */
  readonly asker?: string
  /** The language in which rules are told; without it Dutch. */
  readonly language?: LanguageCode
  /**
   * Where is kept what campaigns asked, decided and granted: a folder, from the file of the configuration, or a server. As a
   * function it is called only by what needs it, so that a password may come from the environment.
   */
  readonly ledger?: LedgerOptions | (() => LedgerOptions | Promise<LedgerOptions>)
  /** What `vanzelf campaign` runs, by the name that it goes by in the ledger. */
  readonly campaigns?: {
    readonly [name: string]: CampaignConfig<AsksOfPolicy<Policies[number]>, Policies[number]['about']>
  }
  /** What reads the messages that sources push when something changed, for `vanzelf changes take`. */
  readonly feeds?: Feeds
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
