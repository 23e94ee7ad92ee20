import type { IsoDate } from '@vanzelf/rules'
import { isDate } from '@vanzelf/rules/tree'
import { InvalidArgumentError, Option } from 'commander'
import { LANGUAGE_CODES } from '../languages.ts'
import { looksLikeNationalNumber } from '../national-number.ts'

export const languageOption = () =>
  new Option('-l, --language <code>', 'the language; without it that of the configuration').choices(LANGUAGE_CODES)

export const onOption = (text: string) =>
  new Option('--on <date>', text).argParser((value): IsoDate => {
    if (isDate(value)) return value as IsoDate
    throw new InvalidArgumentError('Write a date that exists, as 2026-01-31.')
  })

export const subjectOption = () =>
  new Option('--subject <pseudonym>', 'decide on this subject, asking the configured connectors')
    .conflicts('situation')
    .argParser((value): string => {
      if (value.trim() === '') throw new InvalidArgumentError('Give the pseudonym of a subject.')
      // A shell keeps what is typed, and a list of processes shows it.
      if (looksLikeNationalNumber(value)) throw new NationalNumberError()
      return value
    })

/** A national number was typed: said without repeating it, which commander would. */
export class NationalNumberError extends Error {}

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`
