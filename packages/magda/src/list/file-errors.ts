import { basename } from 'node:path'
import { DocumentError } from '@vanzelf/rules'

/** How an error names a file: folders may tell more than they should. */
export const fileName = (path: string): string => `file \`${basename(path)}\``

/** Does what needs a file to be writable, or says why it is not. */
export async function writing<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof DocumentError ? error : notWritable(path, codeOf(error))
  }
}

/** Does what needs a file or folder to be readable, or says why it is not. */
export async function reading<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new DocumentError({
      code: 'file-not-readable',
      what: `it cannot be read (${codeOf(error)})`,
      where: fileName(path),
      todo: 'see the path, and the rights of the user that runs the program',
    })
  }
}

export const notWritable = (path: string, code: string): DocumentError =>
  new DocumentError({
    code: 'file-not-writable',
    what: code === 'EEXIST' ? 'another file is there already' : `the file cannot be written (${code})`,
    where: fileName(path),
    todo: 'a list may have been sent already: see what stands in the folder, and who may write there',
  })

export const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? 'no code'
