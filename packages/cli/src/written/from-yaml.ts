import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml'
import { badFile } from './bad-file.ts'
import type { Entry, Place, Written } from './written.ts'

/** What a YAML document says, JSON included, with the line of each part. */
export function fromYaml(text: string, file: string): Written {
  const lines = new LineCounter()
  return read(text, lines, (offset) => ({ file, line: lines.linePos(offset).line }))
}

/** What the cell of a table says in the notation of YAML: everything in it stands in one place. */
export function fromCell(text: string, place: Place): Written {
  return read(text, new LineCounter(), () => place)
}

type PlaceAt = (offset: number) => Place

function read(text: string, lineCounter: LineCounter, placeAt: PlaceAt): Written {
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined)
    badFile(placeAt(error.pos[0]), `it is not YAML: ${error.message}`, 'check indents, colons, brackets and quotes')
  if (document.contents === null) badFile(placeAt(0), 'nothing is written', 'see `vanzelf test --help` for an example')
  return written(document.contents, { document, placeAt, within: [] })
}

interface Reading {
  readonly document: Document
  readonly placeAt: PlaceAt
  /** The anchors that are being read: one may not hold itself. */
  readonly within: readonly Node[]
}

/** Enough for any file by hand; an anchor of anchors of anchors stops here before it fills the memory. */
const DEEPEST = 50

function written(node: Node, reading: Reading): Written {
  const place = reading.placeAt(node.range?.[0] ?? 0)
  if (isAlias(node)) {
    const source = node.resolve(reading.document)
    if (source === undefined) badFile(place, 'an alias names no anchor', 'give the anchor, `&name`, before its alias')
    if (reading.within.includes(source) || reading.within.length > DEEPEST)
      badFile(place, 'an anchor holds itself', 'refer to a person by name instead')
    return written(source, { ...reading, within: [...reading.within, source] })
  }
  if (isScalar(node)) return textOf(node, place)
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => written(item as Node, reading)), place }
  if (!isMap(node)) badFile(place, 'this is not understood', 'write a value, a list or a map')

  const own: Entry[] = []
  const merged: Entry[] = []
  for (const { key, value } of node.items) {
    const keyNode = key as Node
    const keyPlace = reading.placeAt(keyNode.range?.[0] ?? 0)
    const name = isScalar(keyNode) ? textOf(keyNode, keyPlace).text : badFile(keyPlace, 'a key is no text', 'use names')
    const part: Written =
      value === null ? { kind: 'text', text: '', quoted: false, place: keyPlace } : written(value as Node, reading)
    if (name !== '<<') own.push({ key: name, value: part, place: keyPlace })
    else
      for (const map of part.kind === 'list' ? part.items : [part])
        merged.push(...(map.kind === 'map' ? map.entries : []))
  }
  const keys = new Set(own.map(({ key }) => key))
  return { kind: 'map', entries: [...merged.filter(({ key }) => !keys.has(key)), ...own], place }
}

/** A plain text stays as it was typed: what it means, the fact decides that it tells. */
function textOf(scalar: Scalar, place: Place): Written & { readonly kind: 'text' } {
  const isPlain = scalar.type === 'PLAIN'
  const text = isPlain ? (scalar.source ?? '') : String(scalar.value ?? '')
  return { kind: 'text', text: text.trim(), quoted: !isPlain, place }
}
