import type { IsoDate, Policy } from '@vanzelf/rules'
import { badFile } from '../written/bad-file.ts'
import { fromYaml } from '../written/from-yaml.ts'
import { entryOf, type Place, type Written, type WrittenMap } from '../written/written.ts'
import { APPLICANT, type Cast, checkFactNames, layerOf, NOBODY } from './cast.ts'
import { checkFields, dateField, textField } from './fields.ts'
import { type Staged, stage } from './stage.ts'
import { tellablesOf } from './tellable.ts'

/** What a file tells for one decision. */
export interface ReadSituation extends Staged {
  readonly subject: string
  /** The date, where the file gives one. */
  readonly on: IsoDate | undefined
}

/**
 * Reads a situation from YAML or JSON: the facts of whoever is decided on, or under `given` those of several by name.
 * @throws {UsageError} `bad-file` at the first thing that does not fit the policy's facts
 */
export function readSituation(policy: Policy, text: string, file: string): ReadSituation {
  const written = fromYaml(text, file)
  const tellables = tellablesOf(policy)
  const map = asMap(written)
  const given = entryOf(map, 'given')
  if (given !== undefined) checkFields(map, 'a situation', ['given', 'subject', 'on'])
  const [subject, on] = given === undefined ? [] : [entryOf(map, 'subject'), entryOf(map, 'on')]
  const cast: Cast = {
    subject: subject === undefined ? APPLICANT : textField(subject),
    shared: given === undefined ? alone(map, written.place) : layerOf(given.value),
    own: NOBODY,
    place: written.place,
  }
  checkFactNames(tellables, cast.shared)
  return { ...stage(tellables, policy.about, cast), subject: cast.subject, on: on && dateField(on) }
}

const alone = ({ entries }: WrittenMap, place: Place) => ({
  everyone: [],
  members: new Map([[APPLICANT, { facts: entries, place }]]),
})

const asMap = (written: Written): WrittenMap =>
  written.kind === 'map'
    ? written
    : badFile(written.place, 'no facts are told', 'write each fact with its value, as `fact: value`')
