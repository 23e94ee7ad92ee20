import type { Chapter } from '../cases.ts'
import { demand } from './demand.ts'
import { aboutOf, type Typed, type Typing, typed } from './typed.ts'

const criteria = (word: string, parts: readonly Typed[], { place }: Typing): readonly Typed[] =>
  parts.map((part) => demand(place, word, part, 'truth'))

export const logic: Chapter<'logic', Typing, Typed> = {
  all: ({ parts }, typing) =>
    typed('truth', {
      about: aboutOf(
        ...criteria(
          'all',
          parts.map((part) => typing(part)),
          typing,
        ),
      ),
    }),
  any: ({ parts }, typing) =>
    typed('truth', {
      about: aboutOf(
        ...criteria(
          'any',
          parts.map((part) => typing(part)),
          typing,
        ),
      ),
    }),
  not: ({ part }, typing) => demand(typing.place, 'not', typing(part), 'truth'),
  howMany: ({ parts }, typing) =>
    typed('count', {
      about: aboutOf(
        ...criteria(
          'howMany',
          parts.map((part) => typing(part)),
          typing,
        ),
      ),
      least: 0,
      most: parts.length,
    }),
}
