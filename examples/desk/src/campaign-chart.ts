import { type Bar, barChart } from './chart.ts'
import type { Figures } from './figures.ts'
import { registerNamed } from './pages/called.ts'
import type { Right } from './rights.ts'
import { takeUpOf, takeUpTexts } from './take-up.ts'
import type { TextKey } from './texts/texts.ts'
import type { Voice } from './texts/voice.ts'

/** What a chart of a campaign can be about. */
export const charts = ['outcomes', 'missing', 'take-up'] as const
export type ChartName = (typeof charts)[number]

export interface CampaignChart {
  readonly chart: ChartName
  readonly figures: Figures
  readonly right: Right | undefined
  readonly voice: Voice
}

/** A chart of a campaign as SVG. The page has the same figures in a table beside it. */
export function campaignChart({ chart, figures, right, voice }: CampaignChart): Promise<string> {
  const { say, count } = voice
  const bar = (name: TextKey, of: number): Bar => ({ name: say(name), count: of, written: count(of) })
  switch (chart) {
    case 'outcomes': {
      const bars = (['eligible', 'notEligible', 'undetermined'] as const).map((key) => bar(key, figures[key]))
      return barChart(bars, { title: say('outcomes'), description: outcomesSaid(figures, voice) })
    }
    case 'missing': {
      const bars = figures.missing.map(({ source, waits }) => ({
        name: registerNamed(source, voice),
        count: waits,
        written: count(waits),
      }))
      return barChart(bars, { title: say('missing'), description: say('chartMissing') })
    }
    case 'take-up': {
      const { counts, reached, supposed } = takeUpOf(figures, right?.published)
      const texts = takeUpTexts[counts]
      const bars: readonly Bar[] = [
        ...(supposed ? [bar(texts.applied, supposed.applied)] : []),
        bar(texts.reached, reached),
        bar('openCitizen', figures.open.citizen),
      ]
      return barChart(bars, { title: say('takeUp'), description: say(texts.chart, { count: count(reached) }) })
    }
  }
}

/** The outcomes of a campaign in a sentence, for who does not see their chart. */
export const outcomesSaid = ({ eligible, notEligible, undetermined }: Figures, { say, count }: Voice): string =>
  say('chartOutcomes', {
    eligible: count(eligible),
    notEligible: count(notEligible),
    undetermined: count(undetermined),
  })
