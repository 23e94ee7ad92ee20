import type { Amount, Decision, Given } from '@vanzelf/rules/evaluate'
import type { Missing } from '@vanzelf/rules/require'

/** What a decision gives, in words; undefined where it gives nothing. */
export function told(decision: Decision, missing: readonly Missing[]): string | undefined {
  if (decision.outcome === 'not eligible') return undefined
  if (decision.outcome === 'undetermined') return `not decided yet, for want of ${wanting(missing)}`
  const { benefit, period, ground = 'one of several grounds' } = decision
  return `${given(benefit)}${period ? `, from ${period.from} until ${period.until ?? 'further notice'}` : ''} (${ground})`
}

const wanting = (missing: readonly Missing[]): string =>
  [
    ...new Set(
      missing.map((one) =>
        one.kind === 'fact' ? `${one.fact.label?.en ?? one.fact.name} (${one.because})` : one.name,
      ),
    ),
  ].join('; ')

function given(benefit: Given): string {
  switch (benefit.kind) {
    case 'money':
      return amount(benefit.amount, (cents) => euros.format(cents / 100))
    case 'share':
      return `${amount(benefit.amount, String)} % off ${benefit.of.en}`
    case 'inKind':
      return `${amount(benefit.amount, String)} ${benefit.what.en}`
    case 'status':
      return benefit.what.en
    case 'composite':
      return benefit.parts
        .filter(({ kind }) => kind !== 'nothing')
        .map(given)
        .join(' and ')
    case 'alternative':
      return benefit.parts.map(given).join(' or ')
    case 'nothing':
      return 'nothing'
    case 'open':
      return `one of: ${benefit.among.map(given).join('; ')}`
  }
}

const euros = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' })

const amount = (of: Amount, written: (number: number) => string): string =>
  typeof of === 'number' ? written(of) : `${written(of.least)} to ${written(of.most)}`
