import { type Letter, works } from '../work/works.ts'

/** One row of questions: a decision, how much of the facts is unknown, and whether they come one by one or all at once. */
export interface Case {
  readonly name: string
  readonly title: string
  readonly letter: Letter
  readonly unknownShare: number
  readonly manner: 'single' | 'many'
}

const letters = Object.keys(works) as readonly Letter[]

const single = letters.flatMap((letter) =>
  [
    { name: `${letter}, nothing unknown`, unknownShare: 0 },
    { name: `${letter}, 1% unknown`, unknownShare: 0.01 },
  ].map((variant): Case => ({ ...variant, letter, title: works[letter].title, manner: 'single' })),
)
const many = letters.map(
  (letter): Case => ({
    name: `${letter}, 1% unknown, many in one call`,
    title: works[letter].title,
    letter,
    unknownShare: 0.01,
    manner: 'many',
  }),
)

export const cases: readonly Case[] = [...single, ...many]
