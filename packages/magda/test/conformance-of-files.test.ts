import type { Source } from '@vanzelf/source'
import { conformance } from '@vanzelf/source/conformance'
import { disability } from '@vanzelf/source-disability'
import { education, enrolments } from '@vanzelf/source-education'
import { tax } from '@vanzelf/source-tax'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda, type Resident } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { ask, over, purpose, readable } from './asking.ts'

const on = '2026-03-10'
const child = testNationalNumber('2015-06-30', 11)
const adult = testNationalNumber('1985-07-30', 34)
const residents: { readonly [number: string]: Resident } = {
  [child]: {
    birthDate: '2015-06-30',
    recognitions: [{ from: '2024-01-01' }],
    enrolments: [{ school: '990001', level: '2', schoolYear: 2025, from: '2025-09-01', last: '2026-08-31' }],
  },
  [adult]: {
    birthDate: '1985-07-30',
    cards: [
      { category: 'PARKINGCARD', delivered: '2024-01-01' },
      { category: 'REDUCTIONCARD', delivered: '2024-01-01', last: '2030-01-01' },
    ],
    recognitions: [{ from: '2024-01-01', points: 9 }],
    assessments: [
      { year: 2026, income: 2_100_000 },
      { year: 2025, income: 2_000_000 },
    ],
  },
}
const city = { resident: (number: string) => residents[number] }

let server: Loopback
let down: Loopback
let enrolled: readonly string[] = []
beforeAll(async () => {
  server = await loopbackMagda({ city })
  down = await loopbackMagda({ city }, { fail: () => ({ status: 503 }) })
  const answer = await ask(connectors(server), enrolments, child, { on })
  if ('value' in answer) enrolled = answer.value as unknown as readonly string[]
})
afterAll(() => Promise.all([server.close(), down.close()]))

const connectors = (of: Loopback) =>
  over(of, {
    disclosed: ['parkingCard', 'reductionCard', 'disabilityRecognised', 'lossOfIndependence', 'jointTaxableIncome'],
  })

describe('the connectors keep what a connector promises', () => {
  const people = { subjects: [child, adult].map(readable.of), unknownSubject: readable.of('99999999999') }
  // What a fact is about decides whom it is asked of: enrolments have names of their own.
  const subjectsOf = (about: string) =>
    about === 'enrolment'
      ? { subjects: [...enrolled, ...enrolled], unknownSubject: `${readable.of(child)}.2025.AAAAAAAAAAAAAAAA` }
      : people
  const late = over({ endpoint: 'http://127.0.0.1:1' } as Loopback)

  it.each(
    [disability, tax, education].flatMap((source: Source) =>
      Object.values(source.facts).flatMap((fact) =>
        checksOf(source, fact.name, late, late, people).map(({ name }) => [source.name, name, source, fact] as const),
      ),
    ),
  )('%s: %s', async (_, name, source, fact) => {
    const checks = checksOf(source, fact.name, connectors(server), connectors(down), subjectsOf(fact.about))
    await checks.find((check) => check.name === name)?.run()
  })

  function checksOf(
    source: Source,
    fact: string,
    over: object,
    failing: object,
    subjects: { readonly subjects: readonly string[]; readonly unknownSubject: string },
  ) {
    // A source of one fact: which connector answers it is known by its name alone.
    const only = {
      ...source,
      facts: Object.fromEntries(Object.entries(source.facts).filter(([name]) => name === fact)),
    }
    const of = (connectors: object) => (connectors as { readonly [source: string]: never })[source.name] as never
    return conformance(only, of(over), { ...subjects, on, purpose, failing: of(failing) })
  }
})
