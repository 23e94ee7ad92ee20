import { randomUUID } from 'node:crypto'
import { link, open, readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, notWritable, writing } from './file-errors.ts'

/** A file that stands ready, out of sight of whoever watches the folder. */
export interface Prepared {
  readonly hidden: string
  readonly path: string
}

/**
 * Writes a file under a hidden name of its own, for its owner alone: only whole files are ever seen. What an earlier try
 * left behind under such a name goes, for it holds the same numbers.
 */
export async function prepared(folder: string, name: string, content: string | Uint8Array): Promise<Prepared> {
  const path = join(folder, name)
  const hidden = join(folder, `.${name}.${randomUUID()}.part`)
  return writing(path, async () => {
    await Promise.all((await leftBehind(folder, name)).map((each) => rm(each, { force: true })))
    const file = await open(hidden, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } catch (error) {
      await rm(hidden, { force: true })
      throw error
    } finally {
      await file.close()
    }
    return { hidden, path }
  })
}

/**
 * Gives files their names, all of them or none, and never over another. A file that stands there already with the same
 * bytes was placed by a try that broke off: it counts.
 */
export async function allPlaced(files: readonly Prepared[]): Promise<void> {
  const missing: Prepared[] = []
  for (const file of files) if (!(await isPlaced(file))) missing.push(file)
  const done: string[] = []
  try {
    for (const { hidden, path } of missing) {
      await writing(path, () => link(hidden, path))
      done.push(path)
    }
    for (const folder of new Set(done.map((path) => dirname(path)))) await kept(folder)
  } catch (error) {
    await Promise.all(done.map((path) => rm(path, { force: true })))
    throw error
  }
}

export const forgotten = ({ hidden }: Prepared): Promise<void> => rm(hidden, { force: true })

/** Moves a file into another folder, on another file system too; an earlier move that broke off is completed. */
export async function moved(from: string, folder: string): Promise<void> {
  const path = join(folder, basename(from))
  await writing(path, async () => {
    try {
      await link(from, path)
    } catch (error) {
      if (codeOf(error) === 'EXDEV') await copied(from, folder)
      else if (codeOf(error) !== 'EEXIST' || !(await isPlaced({ hidden: from, path }))) throw error
    }
    await kept(folder)
    await rm(from)
  })
}

async function copied(from: string, folder: string): Promise<void> {
  const copy = await prepared(folder, basename(from), await readFile(from))
  try {
    await allPlaced([copy])
  } finally {
    await forgotten(copy)
  }
}

/** Whether the file has its name already; another file under it is refused. */
const isPlaced = ({ hidden, path }: Prepared): Promise<boolean> =>
  writing(path, async () => {
    let there: Buffer
    try {
      there = await readFile(path)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    }
    if (there.equals(await readFile(hidden))) return true
    throw notWritable(path, 'EEXIST')
  })

async function leftBehind(folder: string, name: string): Promise<readonly string[]> {
  // Who may only drop files here sees none.
  const names = await readdir(folder).catch(() => [])
  return names.filter((each) => isPartOf(name, each)).map((each) => join(folder, each))
}

const isPartOf = (name: string, hidden: string) =>
  hidden.startsWith(`.${name}.`) && /^([\da-f-]{36}\.)?part$/.test(hidden.slice(name.length + 2))

/** A name outlives a power cut only once its folder is written, where the platform can do that to a folder. */
async function kept(folder: string): Promise<void> {
  await writing(folder, async () => {
    try {
      const opened = await open(folder, 'r')
      await opened.sync().finally(() => opened.close())
    } catch (error) {
      if (!cannot.has(codeOf(error))) throw error
    }
  })
}

const cannot: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'])
