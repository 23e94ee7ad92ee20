import type { Unverified } from '@vanzelf/rules/require'
import Table from 'cli-table3'
import type { Tally } from './tally.ts'

const whole = new Intl.NumberFormat('en-GB')
const euros = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' })
const share = (part: number, of: number) => (of === 0 ? '' : `${((100 * part) / of).toFixed(1)} %`)

/** What a policy officer wants to know, as tables. */
export function summary(total: Tally, everything: number): string {
  const { households, eligible, notEligible, undetermined, cents, asked, grounds, missing } = total
  const rows: (readonly [string, string, string])[] = [
    ['households decided', whole.format(households), ''],
    ['reached without asking', whole.format(eligible), share(eligible, households)],
    ...[...grounds]
      .toSorted(([, a], [, b]) => b - a)
      .map(([ground, times]): readonly [string, string, string] => [
        `  ${ground}`,
        whole.format(times),
        share(times, eligible),
      ]),
    ['not eligible', whole.format(notEligible), share(notEligible, households)],
    ['undetermined', whole.format(undetermined), share(undetermined, households)],
    ...[...missing]
      .toSorted(([, a], [, b]) => b - a)
      .map(([reason, times]): readonly [string, string, string] => [
        `  ${reason}`,
        whole.format(times),
        share(times, undetermined),
      ]),
    ['worth', euros.format(cents / 100), eligible === 0 ? '' : `${euros.format(cents / 100 / eligible)} each`],
    ['data items asked', whole.format(asked), households === 0 ? '' : `${(asked / households).toFixed(1)} a household`],
    ...(everything > 0
      ? [
          [
            'asking everything about everybody',
            whole.format(everything),
            `${(everything / Math.max(1, households)).toFixed(1)} a household`,
          ] as const,
        ]
      : []),
  ]
  const table = new Table({ style: { head: [], border: [] }, colAligns: ['left', 'right', 'right'] })
  for (const row of rows) table.push([...row])
  return table.toString()
}

/** Why nothing is granted by itself yet: numbers that nobody has checked. */
export function caution(unverified: readonly Unverified[]): string {
  if (unverified.length === 0) return ''
  const lines = unverified.map(
    ({ parameter, label, from, article }) => `  ${label?.en ?? parameter}, from ${from} (${article})`,
  )
  return ['This is an advice. Nothing is granted by itself, for these figures are not verified:', ...lines].join('\n')
}
