import { DefinitionError } from '@vanzelf/rules'
import type { Letter, LetterText } from './letter.ts'
import { voiceOf } from './voice.ts'

/**
 * A letter as PDF/UA-1: tagged, with its title and its languages. The same letter gives the same bytes.
 * @throws {DefinitionError} `typst-not-installed`: the compiler is an optional peer, for it is large
 */
export async function toPdf(letter: Letter): Promise<Uint8Array> {
  const { NodeCompiler } = await typst()
  // The day of sending, not of running, is the date of the document.
  const creationTimestamp = Date.parse(letter.sent) / 1000
  return NodeCompiler.create().pdf({ mainFileContent: toTypst(letter) }, { pdfStandard: 'ua-1', creationTimestamp })
}

/** @throws {DefinitionError} `typst-not-installed` */
export async function typst() {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler')
  } catch (cause) {
    const error = new DefinitionError({
      code: 'typst-not-installed',
      what: 'letters as PDF need `@myriaddreamin/typst-ts-node-compiler`, which does not load',
      todo: 'install it beside this package, or send the letter as HTML',
    })
    error.cause = cause
    throw error
  }
}

/** The source of the document. Whatever comes from outside is in a string, where nothing is read as markup. */
export function toTypst({ authority, address, sent, texts: [dutch, ...translations] }: Letter): string {
  return `#set document(title: ${quoted(dutch.title)}, author: ${quoted(authority)})
#set page(paper: "a4", margin: 2.5cm)
#set text(lang: ${quoted(dutch.language)}, region: "be", size: 11pt)
#set par(leading: 0.75em, spacing: 0.9em)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#strong(${quoted(authority)})

#block(above: 1.5em, below: 1.5em, {
${address.map((line) => `  text(${quoted(line)})`).join('\n  linebreak()\n')}
})
#text(${quoted(voiceOf(dutch.language).date(sent))})
${[articleOf(dutch, 1), ...translations.map((text) => `#pagebreak()\n${articleOf(text, 2)}`)].join('\n')}
`
}

function articleOf({ language, title, sections }: LetterText, level: 1 | 2): string {
  const parts = sections.flatMap(({ heading, sentences }) => [
    `#heading(level: ${level + 1}, ${quoted(heading)})`,
    ...sentences.map(({ text }) => `#par(${quoted(text)})`),
  ])
  return `#[
#set text(lang: ${quoted(language)})
#heading(level: ${level}, ${quoted(title)})
${parts.join('\n')}
]`
}

/** A string of Typst. */
const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`
