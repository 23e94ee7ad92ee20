import type { Fact } from '@vanzelf/rules'
import { conformance } from '@vanzelf/source/conformance'
import { populationRegister } from '@vanzelf/source-population-register'
import { socialSecurity } from '@vanzelf/source-social-security'
import { inMemory, syntheticCity } from '@vanzelf/testing'
import { type Loopback, loopbackMagda } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, noonOf, over, purpose, readable } from './asking.ts'

const city = syntheticCity({ seed: 7, residents: 60 })
const numbers = [...city.residents()].map(({ nationalNumber }) => nationalNumber)
const on = city.on

let server: Loopback
let down: Loopback
beforeAll(async () => {
  server = await loopbackMagda({ city })
  down = await loopbackMagda({ city }, { fail: () => ({ status: 503 }) })
})
afterAll(() => Promise.all([server.close(), down.close()]))

const connectors = (of: Loopback) => over(of, { now: noonOf(on) })
const trial = {
  subjects: numbers.slice(0, 20).map(readable.of),
  unknownSubject: readable.of('99999999999'),
  on,
  purpose,
}

/** Of what must be named first nothing is known, by promise. */
const isAnswered = ({ name }: { readonly name: string }) => !unnamed.some((fact) => name.startsWith(fact))
/** Statuses whose name at social security a city must give. */
const unnamed = ['childBenefitSupplement', 'disabilityAllowance', 'incomeGuaranteeForElderly']

describe('the connectors keep what a connector promises', () => {
  // The connectors are made when the server runs; what they promise is known before.
  const named = (checks: readonly { readonly name: string }[]) => checks.filter(isAnswered).map(({ name }) => name)
  const late = over({ endpoint: 'http://127.0.0.1:1' } as Loopback)
  it.each(
    named(
      conformance(populationRegister, late['population-register'], { ...trial, failing: late['population-register'] }),
    ),
  )('%s', async (name) => {
    const failing = connectors(down)['population-register']
    const checks = conformance(populationRegister, connectors(server)['population-register'], { ...trial, failing })
    await checks.find((check) => check.name === name)?.run()
  })
  it.each(named(conformance(socialSecurity, late['social-security'], { ...trial, failing: late['social-security'] })))(
    '%s',
    async (name) => {
      const failing = connectors(down)['social-security']
      const checks = conformance(socialSecurity, connectors(server)['social-security'], { ...trial, failing })
      await checks.find((check) => check.name === name)?.run()
    },
  )
})

it('answers over SOAP what the same city answers from memory', async () => {
  const overSoap = connectors(server)
  const fromMemory = inMemory(city) as unknown as {
    [source: string]: { [fact: string]: (batch: object) => Promise<{ value: unknown }[]> }
  }
  const facts: readonly Fact[] = [
    ...Object.values(populationRegister.facts),
    ...Object.values(socialSecurity.facts),
  ].filter(isAnswered)
  for (const fact of facts) {
    for (const { id, nationalNumber } of city.residents()) {
      const [expected] =
        (await fromMemory[fact.source]?.[fact.name]?.({ fact, at: { on }, subjects: [id], purpose })) ?? []
      const answer = await ask(overSoap, fact, nationalNumber, { on })
      const value = 'value' in answer ? JSON.stringify(answer.value) : undefined
      const asNumbers = JSON.stringify(expected?.value).replace(
        /"p\d+"/g,
        (quoted) => `"person-${city.resident(quoted.slice(1, -1))?.nationalNumber}"`,
      )
      expect([fact.name, value]).toEqual([fact.name, asNumbers])
    }
  }
}, 60_000)
