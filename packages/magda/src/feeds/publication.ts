import { DocumentError, type IsoDate } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import * as z from 'zod'
import { SOAP } from '../envelope.ts'
import { Misfit, type Reader, readXml } from '../xml.ts'
import { portionsOf } from './portions.ts'

/** What one subject of a message tells, of one source. */
export interface Told {
  readonly source: string
  readonly subjects: readonly SubjectId[]
  readonly facts: readonly string[]
  readonly from: IsoDate | null
  /** What was told before of these subjects is taken back. */
  readonly isCancelled: boolean
  /** Names of statuses that go by no fact here. */
  readonly unknownStatuses?: readonly string[]
}

/** One kind of message that the platform pushes. */
export interface Publication {
  readonly name: string
  /**
   * Reads the content of one subject.
   * @param isWithdrawn whether it says beside its content that what was told before is cancelled or removed
   * @throws {z.ZodError} when it does not fit
   */
  readonly read: (content: Reader, isWithdrawn: boolean) => readonly Told[]
}

/** A message, and what each of its subjects tells, by its place from 1. */
export interface Published {
  /** The name of the kind of message that it is. */
  readonly kind: string
  /** What its sender calls it. */
  readonly reference: string
  readonly told: readonly { readonly place: number; readonly told: Told }[]
  /** The codes of what went wrong at the source, of the message or of a subject; each once. */
  readonly exceptions: readonly string[]
}

/** Kinds of change that undo one: cancelled, and removed (`MetadataTypeKernType` of the platform). */
const WITHDRAWN: ReadonlySet<string | undefined> = new Set(['03', '04'])

const reference = z.string().min(1).max(36)

/**
 * Reads a message within its envelope, or bare: all of it, or nothing.
 * @throws {DocumentError} `bad-document`, with the place of the subject that does not fit and never what stands there
 */
export async function published(publications: readonly Publication[], message: string): Promise<Published> {
  const told: Published['told'][number][] = []
  const exceptions = new Set<string>()
  let place = 0
  let called = { kind: '', reference: '' }
  for (const portion of portionsOf(message)) called = await whole(portion)
  return { ...called, told, exceptions: [...exceptions] }

  async function whole(portion: string): Promise<Pick<Published, 'kind' | 'reference'>> {
    try {
      return await readXml(portion, { soap: SOAP }, (document) => {
        for (const publication of publications) {
          const found = document.one(rootOf(publication), (publicatie) => readPublication(publication, publicatie))
          if (found !== undefined) return { kind: publication.name, reference: found }
        }
        throw bad('it is no message of a feed that is known', 'a message')
      })
    } catch (error) {
      if (error instanceof Misfit) throw bad('it is not XML, or an element stands twice in it', after(place))
      throw error
    }
  }

  function readPublication(publication: Publication, publicatie: Reader): string {
    const { name } = publication
    const called = reference.safeParse(publicatie.text('Context/Bericht/Afzender/Referte'))
    if (!called.success) throw bad('the reference of its sender is missing or does not fit', `a message \`${name}\``)
    const note = (code: Reader) => exceptions.add(code.text('.') ?? 'without a code')
    publicatie.each('(.|Context)/Uitzonderingen/Uitzondering/Identificatie', note)
    publicatie.each('Onderwerpen/Onderwerp', (subject) => {
      place++
      subject.each('Uitzonderingen/Uitzondering/Identificatie', note)
      subject.one('Inhoud', (content) => {
        for (const one of readContent(publication, content)) told.push({ place, told: one })
      })
    })
    return called.data
  }

  function readContent({ name, read }: Publication, content: Reader): readonly Told[] {
    try {
      return read(content, WITHDRAWN.has(content.text('Metadata/Type')))
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      // Its message may hold what was read: only the part it is about is told.
      const part = error.issues[0]?.path.join('.') || 'its content'
      throw bad(`\`${part}\` is missing or does not fit`, `subject ${place} of a message \`${name}\``)
    }
  }
}

// In an envelope and in a file a message goes by two namespaces, of which one is published: its name says enough.
const rootOf = ({ name }: Publication) =>
  ['/soap:Envelope/soap:Body/*', '/*'].map((path) => `${path}[local-name()="${name}"]/Publicatie`).join(' | ')

const after = (place: number) => (place === 0 ? 'a message of a feed' : `a message of a feed, after subject ${place}`)

const bad = (what: string, where: string) =>
  new DocumentError({
    code: 'bad-document',
    what,
    where,
    todo: 'see whether all of it has arrived, and is what the platform sent; nothing of it was taken',
  })
