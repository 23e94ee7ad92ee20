import { type Fact, type IsoDate, type Period, type Timeline, type Unknown, VanzelfError } from '@vanzelf/rules'
import type { Answer, Known, SubjectId, Value } from './answer.ts'
import type { At } from './connector.ts'
import { parserOf } from './parser.ts'

/** Asks one fact at one time. */
export type Ask = (subjects: readonly SubjectId[], signal?: AbortSignal) => Promise<readonly Answer[]>
/** A promise of a connector, and how it is tried. */
export type Promised = readonly [promise: string, run: () => Promise<void>]

interface Subjects {
  readonly subjects: readonly SubjectId[]
  readonly unknownSubject: SubjectId
}

/** How it answers, whatever it says. */
export const answering = (ask: Ask, { subjects, unknownSubject }: Subjects): readonly Promised[] => [
  [
    'answers come one for one, in the order asked',
    async () => {
      const answers = await ask(subjects)
      expect(answers.length === subjects.length, `${answers.length} answers to ${subjects.length} subjects`)
      const turned = await ask([...subjects].reverse())
      expect(same(answers, [...turned].reverse()), 'the answers depend on the order of the subjects')
    },
  ],
  [
    'a subject that is asked twice is answered twice, the same',
    async () => {
      const twice = [...subjects, ...subjects]
      const answers = await ask(twice)
      expect(answers.length === twice.length, `${answers.length} answers to ${twice.length} subjects`)
      expect(same(answers.slice(0, subjects.length), answers.slice(subjects.length)), 'the second answers are others')
    },
  ],
  ['of nobody there are no answers', async () => expect((await ask([])).length === 0, 'an empty batch was answered')],
  [
    'a subject nobody knows is not found',
    async () => {
      const [first, second] = await ask([unknownSubject, ...subjects])
      expect(first !== undefined && isUnknown(first), 'a subject nobody knows was given a value')
      expect(first.unknown === 'not found', `it is ${first.unknown} instead`)
      expect(same(second, (await ask(subjects))[0]), 'it changes what the others are answered')
    },
  ],
  [
    'it rejects when the ask is cancelled',
    async () => {
      const cancelled = await ask(subjects, AbortSignal.abort()).then(
        () => false,
        () => true,
      )
      expect(cancelled, 'it answered all the same')
    },
  ],
]

/** What it says. */
export const telling = (ask: Ask, fact: Fact, at: At, { subjects }: Subjects): readonly Promised[] => [
  [
    'something is known of the subjects',
    async () => expect((await knownOf(ask, subjects)).length > 0, 'of none of them anything is known'),
  ],
  [
    'what is known fits the fact',
    async () => {
      const parse = parserOf(fact)
      const misfits = (await knownOf(ask, subjects)).filter(({ value }) => isUnknown(parse(value)))
      expect(misfits.length === 0, `${misfits.length} values do not fit the description of \`${fact.name}\``)
    },
  ],
  'during' in at
    ? [
        'what is known is a timeline within the period',
        async () => {
          const values = (await knownOf(ask, subjects)).map(({ value }) => value)
          expect(values.every(isTimeline), 'a value without its days was told')
          expect(
            values.every((value) => isTimeline(value) && within(value, at.during)),
            'days outside the period were told',
          )
        },
      ]
    : [
        'what is known is one value, and its validity covers the date',
        async () => {
          const answers = await knownOf(ask, subjects)
          expect(!answers.some(({ value }) => isTimeline(value)), 'a timeline was told')
          const day = 'on' in at ? at.on : undefined
          expect(
            answers.every(({ validity }) => !validity || !day || covers(validity, day)),
            'a validity leaves out the date',
          )
        },
      ],
]
/** How it fails. */
export const failing = (ask: Ask, { subjects }: Subjects): Promised => [
  'while the source is down each answer is unknown, and nothing is thrown',
  async () => {
    const answers = await ask(subjects)
    expect(answers.length === subjects.length, `${answers.length} answers to ${subjects.length} subjects`)
    expect(answers.every(isUnknown), 'a value was told')
    expect(
      !answers.some((answer) => isUnknown(answer) && answer.unknown === 'not found'),
      'a subject is said not to be found',
    )
  },
]

async function knownOf(ask: Ask, subjects: readonly SubjectId[]): Promise<readonly Known<unknown>[]> {
  return (await ask(subjects)).filter((answer): answer is Known<Value<Fact>> => !isUnknown(answer))
}

const isUnknown = (answer: Answer): answer is Unknown => 'unknown' in answer
const isTimeline = (value: unknown): value is Timeline<unknown> =>
  typeof value === 'object' && value !== null && 'timeline' in value

const covers = ({ from, until }: Period, day: IsoDate) => from <= day && (!until || day < until)

const within = ({ timeline }: Timeline<unknown>, period: Period) =>
  timeline.every(
    ({ from, until }) => from && from >= period.from && (!period.until || (until && until <= period.until)),
  )

/** Equal, but for when it was obtained. */
const same = (left: unknown, right: unknown) => canonical(left) === canonical(right)
const canonical = (value: unknown) =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'obtained') return undefined
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })

function expect(holds: boolean | undefined, otherwise: string): asserts holds {
  if (!holds) throw new VanzelfError({ code: 'not-conforming', what: otherwise })
}
