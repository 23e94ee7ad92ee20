import type { Report } from '@vanzelf/proactive'
import type { Shown } from './plain-text.ts'
import { tableText } from './table-text.ts'

/** What a run and the whole of a campaign have in common. */
export type Told = Pick<
  Report,
  'campaign' | 'state' | 'subjects' | 'outcomes' | 'undeterminedFor' | 'undeterminedOnlyFor'
> & {
  readonly effects: { readonly [kind: string]: number | undefined }
  readonly granted: number
  readonly batches?: Report['batches']
  readonly optedOut?: number
}

export const euros = (cents: number): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(cents / 100)

const count = (number: number) => number.toLocaleString('en')

/** What a campaign came to, as tables. */
export function reportText(
  report: Told,
  shown: Shown,
  {
    title,
    granted,
    more = [],
  }: { readonly title: string; readonly granted: string; readonly more?: readonly string[] },
): string {
  const { outcomes, effects, batches, subjects, optedOut, undeterminedFor, undeterminedOnlyFor } = report
  const effective = Object.entries(effects).flatMap(([kind, of]) =>
    of && kind !== 'nothing' ? [[kind, count(of)]] : [],
  )
  const sources = Object.entries(undeterminedFor).toSorted(([, a], [, b]) => b - a)
  return [
    shown.bold(title),
    '',
    `state       ${report.state}`,
    `population  ${count(subjects)}${batches && total(batches) > 0 ? `, in ${of(total(batches), 'batch', 'batches')} of which ${count(batches.done)} done` : ''}`,
    `${granted.padEnd(10)}  ${euros(report.granted)}`,
    ...(optedOut ? [`opted out   ${count(optedOut)}: no register was read about them`] : []),
    ...more,
    '',
    tableText(
      ['Outcome', 'People'],
      Object.entries(outcomes).map(([outcome, of]) => [outcome, count(of)]),
      shown.width,
    ),
    ...(effective.length === 0 ? [] : ['', tableText(['Effect', 'How many'], effective, shown.width)]),
    ...(sources.length === 0
      ? []
      : [
          '',
          tableText(
            ['Undetermined for want of', 'People', 'For want of this alone'],
            sources.map(([source, of]) => [source, count(of), count(undeterminedOnlyFor[source] ?? 0)]),
            shown.width,
          ),
          '',
          bestSource(undeterminedOnlyFor, outcomes.undetermined),
        ]),
  ].join('\n')
}

/** No register answers what a person must judge, nor what a quota counts. */
const NO_SOURCE: ReadonlySet<string> = new Set(['discretion', 'quota'])

/** Which single source would let most of who is undetermined be decided. */
function bestSource(only: Report['undeterminedOnlyFor'], undetermined: number): string {
  const [best] = Object.entries(only)
    .filter(([source]) => !NO_SOURCE.has(source))
    .toSorted(([, a], [, b]) => b - a)
  return best === undefined
    ? 'No single source would settle any of them.'
    : `\`${best[0]}\` alone would settle ${count(best[1])} of the ${count(undetermined)} who are undetermined.`
}

const total = ({ open, decided, done }: Report['batches']) => open + decided + done
const of = (number: number, one: string, more: string) => `${count(number)} ${number === 1 ? one : more}`
