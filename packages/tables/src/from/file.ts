import { accessSync, constants } from 'node:fs'
import { basename } from 'node:path'
import { DocumentError } from '@vanzelf/rules'

/** A file that can be read, or an error that says which cannot. */
export function readable(path: string): void {
  try {
    accessSync(path, constants.R_OK)
  } catch {
    throw new DocumentError({
      code: 'file-not-readable',
      what: 'there is no such file, or it may not be read',
      where: `file \`${basename(path)}\``,
      todo: 'see the path, and the rights of the user that runs the program',
    })
  }
}

export const fileName = (path: string): string => `file \`${basename(path)}\``
