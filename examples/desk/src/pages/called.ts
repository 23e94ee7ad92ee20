import type { Label } from '@vanzelf/rules'
import { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import { populationRegister } from '@vanzelf/source-population-register'
import { socialSecurity } from '@vanzelf/source-social-security'
import type { Voice } from '../texts/voice.ts'

const SOURCES = [populationRegister, socialSecurity, municipalWelfare]

/** What a fact is called; by its name where no register here has it. */
export function factNamed(source: string, fact: string, { label }: Voice): string {
  const facts: { readonly [name: string]: { readonly label?: Label } } | undefined = SOURCES.find(
    ({ name }) => name === source,
  )?.facts
  const found = facts?.[fact]?.label
  return found === undefined ? fact : label(found)
}

/** What a register is called. */
export function registerNamed(source: string, { label }: Voice): string {
  const found = SOURCES.find(({ name }) => name === source)
  return found === undefined ? source : label(found.authority)
}
