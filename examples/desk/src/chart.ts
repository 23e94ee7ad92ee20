import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

/** A bar of a chart. */
export interface Bar {
  readonly name: string
  readonly count: number
}

/** A bar chart as SVG, drawn without a browser. */
export async function barChart(bars: readonly Bar[], description: string): Promise<string> {
  const name = { field: 'name', type: 'nominal' } as const
  const count = { field: 'count', type: 'quantitative' } as const
  const spec: TopLevelSpec = {
    description,
    width: WIDTH,
    height: { step: 52 },
    background: '#fff',
    // Its own size: how wide letters are is only estimated here, and would widen it.
    autosize: { type: 'none' },
    padding: 6,
    data: { values: [...bars] },
    encoding: { y: { ...name, sort: null, axis: null } },
    layer: [
      // Names stand above their bars, for on a narrow screen there is no room beside them.
      { mark: { type: 'text', align: 'left', x: 0, dy: -12, ...LETTERS }, encoding: { text: name } },
      {
        mark: { type: 'bar', color: '#1d5c63', cornerRadiusEnd: 3, height: 18, yOffset: 10 },
        encoding: { x: { ...count, axis: null, scale: { rangeMax: WIDTH - 60 } } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, dy: 10, ...LETTERS },
        encoding: { text: count, x: { ...count, axis: null } },
      },
    ],
    config: { view: { stroke: null }, font: 'system-ui, sans-serif' },
  }
  const view = new View(parse(compile(spec).spec), { renderer: 'none' })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}

const WIDTH = 480
const LETTERS = { fontSize: 16, color: '#1b2730' } as const
