import { mix } from './mix.ts'

const GIVEN = {
  man: ['Adam', 'Bram', 'Cas', 'Driss', 'Emil', 'Finn', 'Gust', 'Hamza', 'Ivo', 'Jan', 'Kobe', 'Lars'],
  woman: ['Anna', 'Bo', 'Cleo', 'Dina', 'Elif', 'Fien', 'Greta', 'Hanne', 'Ilse', 'Jana', 'Kaat', 'Lina'],
} as const
const FAMILY = ['Voorbeeld', 'Verzonnen', 'Testers', 'Proefmans', 'Fictiers', 'Bedacht', 'Zomaar', 'Nepvan'] as const
const STREETS = ['Voorbeeldstraat', 'Verzinnestraat', 'Proeflaan', 'Testplein', 'Fictiekaai', 'Bedenkweg'] as const

/** Names of nobody: those of a household share a family's. */
export const nameOf = (seed: number, resident: number, household: number, sex: 'man' | 'woman') => ({
  given: one(GIVEN[sex], mix(seed, resident)),
  family: one(FAMILY, mix(seed, household)),
})

/** A street and number where nobody lives: another for each address. */
export const streetOf = (address: number) => ({
  street: one(STREETS, address),
  houseNumber: String(1 + Math.floor(address / STREETS.length)),
  boxNumber: address % 4 === 0 ? String(1 + (address % 9)) : null,
})

const one = (among: readonly string[], number: number) => among[number % among.length] ?? ''
