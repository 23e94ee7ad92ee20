import type { XmlDocument, XmlNode } from 'libxml2-wasm'

/** A text as it may stand in an element or an attribute. */
export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** What XML has no way to write: control characters but white space, and halves of a pair. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** What does not fit: not XML, or an element twice where once is promised. It never holds what was read. */
export class Misfit extends Error {}

/** Reads below one element. */
export interface Reader {
  /**
   * The text at a path; an empty element says as little as a missing one.
   * @throws {Misfit} when the path leads to several
   */
  text(path: string): string | undefined
  /** What is read at each element of a path, in the order of the document. */
  each<Read>(path: string, read: (below: Reader) => Read): readonly Read[]
  /** What is read at the element of a path, `undefined` where there is none. */
  one<Read>(path: string, read: (below: Reader) => Read): Read | undefined
}

/** What prefixes stand for in paths. */
export type Namespaces = { readonly [prefix: string]: string }

/**
 * Reads a document and frees it: its memory lies outside the collector's reach.
 * @throws {Misfit} when it is not XML, or declares a document type: entities have no place in an answer
 */
export async function readXml<Read>(
  xml: string,
  namespaces: Namespaces,
  read: (document: Reader) => Read,
): Promise<Read> {
  if (xml.includes('<!DOCTYPE')) throw new Misfit('an answer declares a document type')
  // The module awaits its WebAssembly at the top level, which `require` of our CommonJS build could not.
  const { ParseOption, XmlDocument } = await import('libxml2-wasm')
  const document = parse(() =>
    XmlDocument.fromString(xml.replace(/^\uFEFF/, '').trimStart(), {
      option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_IGNORE_ENC,
    }),
  )
  try {
    return read(readerOf(document.root, namespaces))
  } finally {
    document.dispose()
  }
}

function parse(document: () => XmlDocument): XmlDocument {
  try {
    return document()
  } catch {
    // The parser's own message quotes the text around the fault.
    throw new Misfit('an answer is not XML')
  }
}

function readerOf(node: XmlNode, namespaces: Namespaces): Reader {
  const found = (path: string) => node.find(path, namespaces)
  const atMostOne = (path: string) => {
    const [first, second] = found(path)
    if (second) throw new Misfit('an element stands twice where once is promised')
    return first
  }
  return {
    text: (path) => atMostOne(path)?.content.trim() || undefined,
    each: (path, read) => found(path).map((below) => read(readerOf(below, namespaces))),
    one: (path, read) => {
      const below = atMostOne(path)
      return below && read(readerOf(below, namespaces))
    },
  }
}
