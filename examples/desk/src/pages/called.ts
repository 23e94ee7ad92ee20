import type { AskedAbout } from '@vanzelf/ledger'
import type { Label } from '@vanzelf/rules'
import { childcare } from '@vanzelf/source-childcare'
import { education } from '@vanzelf/source-education'
import { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import { populationRegister } from '@vanzelf/source-population-register'
import { socialSecurity } from '@vanzelf/source-social-security'
import { rightNamed } from '../rights.ts'
import type { Language, Voice } from '../texts/voice.ts'

const SOURCES = [populationRegister, socialSecurity, municipalWelfare, childcare, education]

/** What a right is called; by the name of its policy where this desk has it no longer. */
export function rightCalled(policy: string, { label }: Voice): string {
  const right = rightNamed(policy)
  return right === undefined ? policy : label(right.label)
}

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

/**
 * On which legal basis something was asked, in the language of the reader; in the words that were recorded, which are the
 * policy's, where the right rests on another basis by now.
 */
export function basisNamed({ policy, source, basis }: AskedAbout, { label, language }: Voice): BasisName {
  const right = rightNamed(policy)
  const said = right?.policy.basis?.[source] === basis ? right.bases[source] : undefined
  return said === undefined ? { text: basis, language: 'en' } : { text: label(said), language }
}

/** A legal basis, and the language in which it stands. */
export interface BasisName {
  readonly text: string
  readonly language: Language
}
