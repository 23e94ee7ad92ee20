import { join } from 'node:path'
import type { Channel } from '../channel.ts'
import type { Delivery, RecipientsOf } from '../delivery.ts'
import { digestOf } from '../file/digest.ts'
import { fileChannel } from '../file/file-channel.ts'
import type { Layout } from '../file/layout.ts'
import { writeWhole } from '../file/write-whole.ts'
import { toHtml } from './html.ts'
import type { Letter } from './letter.ts'
import { toPdf, typst } from './pdf.ts'

/** Where letters are put, and who writes them. */
export interface LetterChannelOptions {
  /** Where files are put; made where it is not there. One program at a time writes in it. */
  readonly folder: string
  /** What names of files begin with: small letters, digits and hyphens. */
  readonly name: string
  /** The letter of each grant, written at the last moment; `undefined` of whom no address is known. */
  readonly letters: RecipientsOf<Letter>
  /** HTML unless said. PDF wants `@myriaddreamin/typst-ts-node-compiler` beside this package. */
  readonly as?: 'html' | 'pdf'
  /** Of the list that stands with the letters. */
  readonly layout?: Layout
}

/**
 * Letters for whoever prints or sends them: a file for each grant, and for each batch a list of them, in CSV, with its
 * manifest. A letter counts from the moment that its list has a manifest; it is written once. Names of files, lists and
 * manifests tell nothing of recipients. What is withdrawn is told in a list of its own: a letter that was sent stays sent.
 * @throws {DefinitionError} `bad-option` for a name that makes no file name; when delivering, `typst-not-installed`
 * @throws {DocumentError} `bad-manifest`, when delivering, for an earlier manifest that cannot be read
 * @example
 * ```ts
 * import { rmSync } from 'node:fs'
 *
 * const post = letterChannel({ folder: 'letters-example', name: 'swimming-pass', letters: () => [undefined] })
 * await post.deliver([{
 *   id: 'grant-1',
 *   policy: 'exampleville/pass',
 *   recipient: 'p1',
 *   benefit: { kind: 'status', what: { nl: 'een zwempas', en: 'a swimming pass' } },
 *   period: { from: '2026-01-01', until: '2027-01-01' },
 * }]) // => [{ outcome: 'refused', why: 'recipient-unknown' }]
 * rmSync('letters-example', { recursive: true })
 * ```
 */
export function letterChannel({ folder, name, letters, as = 'html', layout }: LetterChannelOptions): Channel {
  const lists = fileChannel<WrittenLetter>(
    { folder, name, recipients: written, ...(layout && { layout }) },
    {
      headings: ['reference', 'policy', 'file', 'sha256'],
      linesOf: ({ id, policy }, { file, sha256 }) => ({ lines: [[id, policy, file, sha256]] }),
    },
  )
  return Object.freeze({
    ...lists,
    deliver: async (batch: readonly Delivery[], signal?: AbortSignal) => {
      // Asked first: within a batch it would look like letters that are late.
      if (as === 'pdf') await typst()
      return lists.deliver(batch, signal)
    },
  })

  // The list asks for what it must tell of recipients; by then their letters stand in the folder. One that was cut off
  // before its list is written over it.
  async function written(batch: readonly Delivery[], signal: AbortSignal) {
    const made = await letters(batch, signal)
    const files: (WrittenLetter | undefined)[] = []
    for (const [index, letter] of made.entries()) {
      signal.throwIfAborted()
      const id = batch[index]?.id
      files.push(letter && id !== undefined ? await writtenLetter(id, letter) : undefined)
    }
    return files
  }

  async function writtenLetter(id: string, letter: Letter): Promise<WrittenLetter> {
    const content = as === 'pdf' ? await toPdf(letter) : toHtml(letter)
    // An id may hold what a file name may not.
    const file = `${name}-letter-${digestOf(id).slice(0, 16)}.${as}`
    await writeWhole(join(folder, file), content)
    return { file, sha256: digestOf(content) }
  }
}

interface WrittenLetter {
  readonly file: string
  readonly sha256: string
}
