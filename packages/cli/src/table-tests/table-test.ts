import type { IsoDate, Policy } from '@vanzelf/rules'
import { findPolicy } from '../policy-named.ts'
import { APPLICANT, checkFactNames, checkMemberName, type Layer } from '../told/cast.ts'
import { dateField, textField } from '../told/fields.ts'
import { type Staged, stage } from '../told/stage.ts'
import { tellablesOf } from '../told/tellable.ts'
import { badFile } from '../written/bad-file.ts'
import type { Entry, Place, Written } from '../written/written.ts'
import { type Expectation, readExpectation } from './expectation.ts'

/** One test that somebody wrote: what is given, on which date, what must come of it, and why. */
export interface TableTest extends Staged {
  readonly why: string
  readonly policy: Policy
  readonly on: IsoDate
  readonly expected: Expectation
  readonly place: Place
}

/** What a file says of one test, each part where it stands. */
export interface WrittenTest {
  readonly place: Place
  readonly why: Entry | undefined
  readonly policy: Entry | undefined
  readonly on: Entry | undefined
  readonly subject: Entry | undefined
  readonly expect: Written | undefined
  readonly shared: Layer
  readonly own: Layer
}

/** What tests may ask: the policies of the configuration, and which to take where a file names none. */
export interface Known {
  readonly policies: readonly Policy[]
  readonly policy: Policy | undefined
}

/** @throws {UsageError} `bad-file` at the first thing that does not fit */
export function tableTest(written: WrittenTest, known: Known): TableTest {
  const { place, shared, own } = written
  const why = textField(
    written.why ?? badFile(place, 'the test does not say why', 'write under `why` what it is about'),
  )
  const policy = policyOf(written, known)
  const on = dateField(
    written.on ?? badFile(place, 'the test has no date', 'write under `on` the date for which it decides'),
  )
  const expect =
    written.expect ??
    badFile(place, 'the test expects nothing', 'write under `expect`: eligible, not eligible or undetermined')
  const subject = written.subject === undefined ? APPLICANT : textField(written.subject)
  checkMemberName(subject, place)

  const tellables = tellablesOf(policy)
  for (const layer of [shared, own]) checkFactNames(tellables, layer)
  const staged = stage(tellables, policy.about, { subject, shared, own, place })
  return { ...staged, why, policy, on, expected: readExpectation(expect, policy, tellables), place }
}

function policyOf({ policy, place }: WrittenTest, known: Known): Policy {
  if (policy === undefined)
    return (
      known.policy ?? badFile(place, 'the test names no policy', 'write its name under `policy`, or give `--policy`')
    )
  const name = textField(policy)
  const found = findPolicy(known.policies, name)
  return 'kind' in found ? found : badFile(policy.place, `there is no policy \`${name}\``, found.todo)
}
