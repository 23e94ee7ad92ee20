import { readdir, readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { reading } from './file-errors.ts'

/** The paths of what stands in a folder, hidden files left aside. */
export const filesIn = (folder: string): Promise<readonly string[]> =>
  reading(folder, async () =>
    (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name))
      .sort(),
  )

export const contentOf = (path: string): Promise<string> => reading(path, () => readFile(path, 'utf8'))

/** Whether two files have the same bytes. */
export const areAlike = async (one: string, other: string): Promise<boolean> =>
  (await reading(one, () => readFile(one))).equals(await reading(other, () => readFile(other)))

/** Whether two paths lead to one folder. */
export const isSameFolder = async (one: string, other: string): Promise<boolean> =>
  (await reading(one, () => realpath(one))) === (await reading(other, () => realpath(other)))
