import type { Fact } from '@vanzelf/rules'

/** What a fact is where there is nothing: a no, none, nobody. A number or a text is then not known. */
export function noneOf({ value, optional }: Fact): { readonly value: unknown } | undefined {
  if (optional) return { value: null }
  if (value.type === 'truth') return { value: false }
  if (value.type === 'texts') return { value: [] }
  return value.type === 'those' && !value.least ? { value: [] } : undefined
}
