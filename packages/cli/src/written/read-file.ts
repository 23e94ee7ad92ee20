import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { badFile } from './bad-file.ts'

/**
 * The text of a file that somebody wrote.
 * @param name as the caller gave it: so it stands in errors
 * @throws {UsageError} `no-file` where it cannot be read, `bad-file` where it is not UTF-8
 */
export function readWritten(cwd: string, name: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(resolve(cwd, name))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new UsageError({
      code: 'no-file',
      what:
        code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : 'the file cannot be read',
      where: name,
      todo: 'give the path of a file, from the folder in which you are',
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return badFile({ file: name }, 'it is not UTF-8', 'save it as UTF-8; in a spreadsheet choose "CSV UTF-8"')
  }
}
