import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DocumentError } from '@vanzelf/rules'
import * as z from 'zod'

/** What stands in a file, beside it: a file counts from the moment that its manifest is there. */
export interface Manifest {
  readonly file: string
  readonly of: 'deliveries' | 'withdrawals'
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
  /** How many lines, the heading not counted. */
  readonly count: number
  /** Of the amounts, in euro cents, where the file has amounts. */
  readonly sum?: number
  /** Of each delivery its id, and a digest of the grant: nothing of the recipient but the pseudonym. */
  readonly deliveries: { readonly [id: string]: string }
}

/** What was written before: by id of the delivery. */
export interface Written {
  readonly delivered: ReadonlyMap<string, { readonly file: string; readonly digest: string }>
  readonly withdrawn: ReadonlySet<string>
}

const schema = z.object({
  file: z.string(),
  of: z.enum(['deliveries', 'withdrawals']),
  sha256: z.string(),
  count: z.number(),
  sum: z.number().exactOptional(),
  deliveries: z.record(z.string(), z.string()),
})

/** @throws {DocumentError} `bad-manifest` for one that cannot be read: what it holds might be delivered twice */
export async function writtenIn(folder: string, name: string): Promise<Written> {
  const delivered = new Map<string, { readonly file: string; readonly digest: string }>()
  const withdrawn = new Set<string>()
  const names = (await readdir(folder)).filter((file) => manifestOf(name).test(file)).sort()
  for (const file of names) {
    const manifest = parsed(await readFile(join(folder, file), 'utf8'), file)
    for (const [id, digest] of Object.entries(manifest.deliveries))
      if (manifest.of === 'withdrawals') withdrawn.add(id)
      else delivered.set(id, { file: manifest.file, digest })
  }
  return { delivered, withdrawn }
}

// Another channel's name may begin with this one's.
const manifestOf = (name: string) => new RegExp(`^${name}(-withdrawn)?-[0-9a-f]{12}\\.manifest\\.json$`)

function parsed(text: string, file: string): Manifest {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new DocumentError({
      code: 'bad-manifest',
      what: 'a manifest cannot be read',
      where: `\`${file}\``,
      todo: 'put it back from a copy: without it, what it holds would be delivered again',
    })
  }
}
