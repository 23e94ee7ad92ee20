import type { Claim, DecisionRecord, Grant, ToHandOver } from '../src/index.ts'

/** Small things of a fictitious city, to be changed where a test needs it. */
export const PASS = 'exampleville/pass'

export const decision = (subject: string, more: Partial<DecisionRecord> = {}): DecisionRecord => ({
  policy: PASS,
  version: 'v1',
  subject,
  on: '2026-01-01',
  outcome: 'eligible',
  ground: 'art. 2',
  missing: [],
  about: [subject],
  ...more,
})

export const undetermined = (subject: string, more: Partial<DecisionRecord> = {}): DecisionRecord => ({
  ...{ policy: PASS, version: 'v1', subject, on: '2026-01-01', outcome: 'undetermined', about: [subject] },
  missing: [{ name: 'hardship', source: 'discretion', because: 'not decided', next: 'needs a person' }],
  ...more,
})

export const grant = (id: string, subject: string, more: Partial<Grant> = {}): Grant => ({
  id,
  revision: 1,
  kind: 'started',
  state: 'in force',
  policy: PASS,
  subject,
  recipient: subject,
  benefit: { kind: 'money', amount: 42_00 },
  period: { from: '2026-01-01', until: '2027-01-01' },
  by: 'campaign 1',
  ...more,
})

export const claimOf = (id: string, holders: readonly string[], more: Partial<Claim> = {}): Claim => ({
  policy: PASS,
  per: 'household',
  times: 1,
  from: '2026-01-01',
  holders,
  grant: id,
  ...more,
})

export const handOver = (id: string, of: string, more: Partial<ToHandOver> = {}): ToHandOver => ({
  id,
  grant: of,
  channel: 'vouchers',
  action: 'deliver',
  delivery: {
    id,
    policy: PASS,
    recipient: 'p1',
    benefit: { kind: 'money', amount: 42_00 },
    period: { from: '2026-01-01', until: '2027-01-01' },
  },
  ...more,
})

/** A clock that stands where it is put. */
export function clock(start = '2026-01-02T09:00:00.000Z') {
  let time = Date.parse(start)
  return {
    now: () => new Date(time),
    set: (at: string) => {
      time = Date.parse(at)
    },
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}
