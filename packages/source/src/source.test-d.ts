import { expectTypeOf, it } from 'vitest'
import { type Helped, helped, helps, type welfare } from '../test/welfare.ts'
import { audited } from './audited.ts'
import { cached } from './cached.ts'
import { checked } from './checked.ts'
import type { Connector, ConnectorsFor } from './connector.ts'
import { type FactsOf, source } from './source.ts'

it('knows its facts, by their names', () => expectTypeOf<FactsOf<typeof welfare>>().toEqualTypeOf<Helped>())

it('asks a connector for each fact, and connectors for each source', () => {
  // @ts-expect-error the fact is not answered
  const none: Connector<Helped> = {}
  // @ts-expect-error the source has no connector
  const nobody: ConnectorsFor<Helped> = {}
  const connectors: ConnectorsFor<Helped> = { welfare: { helped: helps } }
  return [none, nobody, connectors]
})

it('keeps the type of a connector that is wrapped', () => {
  const connector: Connector<Helped> = { helped: helps }
  const wrapped = cached(audited(checked(connector), { record: () => undefined, now: () => '' }), new Map())
  expectTypeOf(wrapped).toEqualTypeOf<Connector<Helped>>()
})

it('refuses a fact of another source', () => {
  // @ts-expect-error `helped` is a fact of `welfare`
  source({ name: 'tax', authority: { nl: 'fiscus', en: 'tax administration' }, facts: { helped } })
})
