import { isTold, type Told } from '../errors.ts'
import { readWritten } from '../written/read-file.ts'
import { type Known, type TableTest, tableTest, type WrittenTest } from './table-test.ts'
import { testsInCsv } from './tests-in-csv.ts'
import { testsInYaml } from './tests-in-yaml.ts'

/** The tests of a file, and what of it does not fit: all of it at once. */
export interface ReadTests {
  readonly file: string
  readonly tests: readonly TableTest[]
  readonly complaints: readonly Told[]
}

/** Reads the tests of a file: `.csv` and `.tsv` are tables, all else is YAML. */
export function readTests(cwd: string, file: string, known: Known): ReadTests {
  const complaints: Told[] = []
  const heard = <Result>(read: () => Result): readonly Result[] => {
    try {
      return [read()]
    } catch (error) {
      if (!isTold(error)) throw error
      complaints.push(error)
      return []
    }
  }
  const written: readonly (() => WrittenTest)[] = heard(() => {
    const text = readWritten(cwd, file)
    return /\.[ct]sv$/i.test(file) ? testsInCsv(text, file) : testsInYaml(text, file)
  }).flat()
  const tests = written.flatMap((one) => heard(() => tableTest(one(), known)))
  return { file, tests, complaints }
}
