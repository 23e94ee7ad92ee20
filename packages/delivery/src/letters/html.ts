import type { Letter, LetterText } from './letter.ts'
import { voiceOf } from './voice.ts'

/**
 * A letter as one HTML document by itself: headings, languages and a style for the printer; no script, nothing from elsewhere.
 * @example
 * ```ts
 * const text = { language: 'nl', title: 'U krijgt: zwempas <jeugd>', sections: [] } as const
 * const page = toHtml({ authority: 'Stad', address: ['Anna'], sent: '2026-03-12', texts: [text], unverified: [] })
 * page.includes('<h1>U krijgt: zwempas &lt;jeugd&gt;</h1>') // => true
 * ```
 */
export function toHtml({ authority, address, sent, texts: [dutch, ...translations] }: Letter): string {
  const sentOn = voiceOf(dutch.language).date(sent)
  return `<!doctype html>
<html lang="${dutch.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(dutch.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p>${escaped(authority)}</p>
<address>${address.map(escaped).join('<br>')}</address>
<p><time datetime="${escaped(sent)}">${escaped(sentOn)}</time></p>
</header>
<main>
${[articleOf(dutch, 1), ...translations.map((text) => articleOf(text, 2))].join('\n')}
</main>
</body>
</html>
`
}

function articleOf({ language, title, sections }: LetterText, level: 1 | 2): string {
  const parts = sections.map(
    ({ heading, sentences }) =>
      `<section>
<h${level + 1}>${escaped(heading)}</h${level + 1}>
${sentences.map(({ text }) => `<p>${escaped(text)}</p>`).join('\n')}
</section>`,
  )
  return `<article lang="${language}">\n<h${level}>${escaped(title)}</h${level}>\n${parts.join('\n')}\n</article>`
}

const ENTITIES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

// Sizes in rem, so that who reads with larger letters gets them; dark grey on white is a contrast of 15 to 1.
const STYLE = `
:root { color: #222; background: #fff; font: 1.125rem/1.6 system-ui, sans-serif }
body { max-width: 40rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; hyphens: auto }
header p:first-child { font-weight: 700 }
address { font-style: normal; margin: 1.5rem 0 }
h1 { font-size: 1.6rem; line-height: 1.25 }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 1.5rem 0 .25rem }
h3 { font-size: 1.1rem; margin: 1.25rem 0 .25rem }
p { margin: 0 0 .5rem }
article + article { border-top: 1px solid #666; margin-top: 2rem; padding-top: 1rem }
/* At 400 % a long word of Dutch still fits on its line. */
@media (max-width: 25rem) {
  body { padding: 1rem }
  h1 { font-size: 1.3rem }
  h2 { font-size: 1.2rem }
}
@page { size: A4; margin: 2.5cm }
@media print {
  :root { font-size: 11pt; color: #000 }
  body { max-width: none; padding: 0 }
  section { break-inside: avoid }
  h1, h2, h3 { break-after: avoid }
  article + article { break-before: page; border: 0 }
}
`
