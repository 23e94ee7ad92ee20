import { layerOf, NOBODY } from '../told/cast.ts'
import { checkFields } from '../told/fields.ts'
import { badFile } from '../written/bad-file.ts'
import { fromYaml } from '../written/from-yaml.ts'
import { entryOf, type Written } from '../written/written.ts'
import type { WrittenTest } from './table-test.ts'

const OF_FILE = ['policy', 'on', 'subject', 'given', 'tests']
const OF_TEST = ['why', 'policy', 'on', 'subject', 'given', 'expect']

/** The tests of a YAML or JSON file; what stands beside `tests` holds for each, unless a test says otherwise. */
export function testsInYaml(text: string, file: string): readonly (() => WrittenTest)[] {
  const whole = fromYaml(text, file)
  if (whole.kind !== 'map') return badFile(whole.place, 'there are no tests', 'write them as a list under `tests`')
  checkFields(whole, 'a file of tests', OF_FILE)
  const tests = entryOf(whole, 'tests')?.value
  if (tests?.kind !== 'list' || tests.items.length === 0)
    return badFile(tests?.place ?? whole.place, 'there are no tests', 'write them as a list under `tests`')
  const given = entryOf(whole, 'given')
  const shared = given === undefined ? NOBODY : layerOf(given.value)

  return tests.items.map((test: Written) => () => {
    if (test.kind !== 'map') return badFile(test.place, 'this is no test', 'write `why`, `given` and `expect`')
    checkFields(test, 'a test', OF_TEST)
    const of = (field: string) => entryOf(test, field) ?? entryOf(whole, field)
    const own = entryOf(test, 'given')
    return {
      place: test.place,
      why: entryOf(test, 'why'),
      policy: of('policy'),
      on: of('on'),
      subject: of('subject'),
      expect: entryOf(test, 'expect')?.value,
      shared,
      own: own === undefined ? NOBODY : layerOf(own.value),
    }
  })
}
