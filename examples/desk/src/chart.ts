import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

/** A bar of a chart. */
export interface Bar {
  readonly name: string
  readonly count: number
  /** The count as it is written in the language of the reader. */
  readonly written: string
}

/** What a chart is called and what it shows, for who cannot see it. */
export interface Caption {
  readonly title: string
  readonly description: string
}

/** A bar chart as SVG, drawn without a browser. */
export async function barChart(bars: readonly Bar[], { title, description }: Caption): Promise<string> {
  const most = Math.max(1, ...bars.map(({ name }) => linesOf(name).length))
  const step = 32 + LINE * most
  // A short name stands right above its bar, under lines that are empty.
  const named = bars.map((bar) => ({
    ...bar,
    lines: [...Array<string>(most).fill(''), ...linesOf(bar.name)].slice(-most),
  }))
  const name = { field: 'name', type: 'nominal', sort: null, axis: null } as const
  const count = { field: 'count', type: 'quantitative' } as const
  const spec: TopLevelSpec = {
    description,
    width: WIDTH,
    height: { step },
    background: '#fff',
    // Its own size: how wide letters are is only estimated here, and would widen it.
    autosize: { type: 'none' },
    padding: 6,
    data: { values: named },
    layer: [
      // Names stand above their bars, for on a narrow screen there is no room beside them.
      {
        mark: { type: 'text', align: 'left', baseline: 'top', x: 0, dy: 6, lineHeight: LINE, ...LETTERS },
        encoding: { text: { field: 'lines', type: 'nominal' }, y: { ...name, bandPosition: 0 } },
      },
      {
        mark: { type: 'bar', color: '#1d5c63', cornerRadiusEnd: 3, height: 18, yOffset: step / 2 - 16 },
        encoding: { y: name, x: { ...count, axis: null, scale: { rangeMax: WIDTH - 60 } } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, dy: step / 2 - 16, ...LETTERS },
        encoding: { y: name, text: { field: 'written', type: 'nominal' }, x: { ...count, axis: null } },
      },
    ],
    config: { view: { stroke: null }, font: 'system-ui, sans-serif' },
  }
  const view = new View(parse(compile(spec).spec), { renderer: 'none' })
  try {
    const svg = await view.toSVG()
    // Vega labels its drawing, and has no words for a title and a description inside it.
    return svg.replace('>', ` role="img"><title>${escaped(title)}</title><desc>${escaped(description)}</desc>`)
  } finally {
    view.finalize()
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A name in lines of what fits in the width of a chart. */
function linesOf(name: string): readonly string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && longer.length <= FITS) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Narrow, so that letters stay readable where a page is 320 pixels wide. */
const WIDTH = 320
const FITS = 34
const LINE = 20
const LETTERS = { fontSize: 16, color: '#1b2730' } as const
