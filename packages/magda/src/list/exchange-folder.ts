import { link, open, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DocumentError } from '@vanzelf/rules'

/** A file that stands ready, out of sight of whoever watches the folder. */
export interface Prepared {
  readonly hidden: string
  readonly path: string
}

/** Writes a file under a hidden name: only whole files are ever seen. */
export async function prepared(folder: string, name: string, content: string): Promise<Prepared> {
  const path = join(folder, name)
  const hidden = join(folder, `.${name}.part`)
  return writing(path, async () => {
    const file = await open(hidden, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return { hidden, path }
  })
}

/** Gives a file its name, in one step and never over another; then its old name goes. */
export const placed = ({ hidden, path }: Prepared): Promise<void> =>
  writing(path, async () => {
    await link(hidden, path)
    await rm(hidden)
  })

export const forgotten = ({ hidden }: Prepared): Promise<void> => rm(hidden, { force: true })

/** The paths of what stands in a folder, hidden files left aside. */
export const filesIn = (folder: string): Promise<readonly string[]> =>
  reading(folder, async () =>
    (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name))
      .sort(),
  )

export const contentOf = (path: string): Promise<string> => reading(path, () => readFile(path, 'utf8'))

/** How an error names a file: folders may tell more than they should. */
export const fileName = (path: string): string => `file \`${basename(path)}\``

async function writing<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    throw new DocumentError({
      code: 'file-not-writable',
      what: code === 'EEXIST' ? 'the file is there already' : `the file cannot be written (${code})`,
      where: fileName(path),
      todo: 'a list may have been sent already: see what stands in the folder, and who may write there',
    })
  }
}

async function reading<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
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

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? 'no code'
