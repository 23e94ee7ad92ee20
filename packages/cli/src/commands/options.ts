import type { IsoDate } from '@vanzelf/rules'
import { isDate } from '@vanzelf/rules/tree'
import { Argument, InvalidArgumentError, Option } from 'commander'
import { LANGUAGE_CODES } from '../languages.ts'
import { holdsNationalNumber, looksLikeNationalNumber, NationalNumberError } from '../national-number.ts'

export const languageOption = () =>
  new Option('-l, --language <code>', 'the language; without it that of the configuration').choices(LANGUAGE_CODES)

export const onOption = (text: string) => dayOption('--on <date>', text)

export const dayOption = (flags: string, text: string) =>
  new Option(flags, text).argParser((value): IsoDate => {
    if (isDate(value)) return value as IsoDate
    throw new InvalidArgumentError('Write a date that exists, as 2026-01-31.')
  })

export const subjectOption = () =>
  new Option('--subject <pseudonym>', 'decide on this subject, asking the configured connectors')
    .conflicts('situation')
    .argParser(pseudonym('--subject'))

export const subjectArgument = (text: string) => new Argument('<pseudonym>', text).argParser(pseudonym('<pseudonym>'))

/** The name of a campaign. */
export const nameArgument = () =>
  new Argument('<name>', 'the campaign, as the configuration calls it').argParser(
    sentence('<name>', 'Name a campaign.'),
  )

export const byOption = () =>
  new Option('--by <who>', 'who does this: a role or a staff number').argParser(sentence('--by', 'Say who does this.'))

export const reasonOption = () =>
  new Option('--reason <text>', 'why, in words the person may read').argParser(sentence('--reason', 'Say why.'))

export const policyOption = () => new Option('-p, --policy <name>', 'of this policy only; without it of all')

export const limitOption = () =>
  new Option('--limit <number>', 'how many at most').default(50).argParser((text) => {
    const number = Number(text)
    if (Number.isInteger(number) && number > 0) return number
    throw new InvalidArgumentError('Write a number, as 50.')
  })

/** A shell keeps what is typed, and a list of processes shows it; commander would repeat it. */
const pseudonym =
  (typedAs: string) =>
  (value: string): string => {
    if (value.trim() === '') throw new InvalidArgumentError('Give the pseudonym of a subject.')
    if (looksLikeNationalNumber(value)) throw new NationalNumberError(typedAs)
    return value
  }

const sentence =
  (typedAs: string, otherwise: string) =>
  (value: string): string => {
    if (value.trim() === '') throw new InvalidArgumentError(otherwise)
    if (holdsNationalNumber(value)) throw new NationalNumberError(typedAs)
    return value
  }

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`
