import { as, named, type Part, type Site, type SomeCases } from './part.ts'

const joined = (parts: readonly Part[], operator: string): Part => {
  const reads = parts.map((part) => as('truth', part).bits)
  return { as: 'truth', bits: (site) => `(${reads.map((read) => read(site)).join(` ${operator} `)})` }
}

/** What may not be so is certain of its opposite, and the other way round. */
export const opposite = (bits: string) => `(~${bits} >> 1 & 1 | (~${bits} & 1) << 1)`

export const logic: SomeCases<'logic'> = {
  // The least of bits that stand for no < unknown < yes is what they have in common, the most what any has.
  all: ({ parts }, emit) => joined(parts.map(emit), '&'),
  any: ({ parts }, emit) => joined(parts.map(emit), '|'),
  not: ({ part }, emit) => {
    const { bits } = as('truth', emit(part))
    return { as: 'truth', bits: (site: Site) => opposite(named(bits(site), site, emit)) }
  },
}
