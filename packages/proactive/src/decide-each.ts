import { type AsksOfPolicy, DefinitionError, type Fact, type Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { chunks } from './chunks.ts'
import { type Decided, type DecideOptions, deciderOf, TOGETHER } from './decide.ts'

/** Several policies about one kind of subject, by names of your own. */
export interface Policies {
  readonly [name: string]: Policy
}

/** What became of one subject under each policy, by its name. */
export interface DecidedEach<Each extends Policies> {
  readonly subject: SubjectId
  readonly under: {
    readonly [Name in keyof Each]: Each[Name] extends Policy<infer About, infer Asks> ? Decided<About, Asks> : never
  }
}

/**
 * Decides subjects under several policies side by side: they are read once, and the rounds of questions of all policies go
 * out at the same time, so that it takes as long as the longest. Their purposes stay apart: each policy asks for itself, on
 * its own legal basis, and learns nothing that another was told.
 * @param policies by names of your own
 * @returns those decided side by side, one batch after another, in the order of `subjects`
 * @throws {DefinitionError} `subjects-differ` when they are about several kinds of subject
 * @throws {RefusedError} `no-legal-basis`, before anything is asked
 * @example
 * ```ts
 * import { calendarYear, euro, fact, ground, money, policy } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'welfare', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const grounds = [ground('art. 2', livingWage)] as const
 * const common = { about: 'person', grounds, benefit: money(euro(50)), period: calendarYear } as const
 * const meals = policy({ ...common, name: 'meals', basis: { welfare: 'authorisation 2026/3' } })
 * const bags = policy({ ...common, name: 'bags', basis: { welfare: 'authorisation 2026/4' } })
 * const asked: string[] = []
 * const welfare = {
 *   livingWage: async ({ subjects, purpose }: { subjects: readonly string[]; purpose: { basis: string } }) => {
 *     asked.push(purpose.basis)
 *     return subjects.map(() => ({ value: true }))
 *   },
 * }
 * const options = { connectors: { welfare }, on: '2026-03-10', asker: 'Exampleville' } as const
 * const found: unknown[] = []
 * for await (const batch of decideEach({ meals, bags }, ['p1'], options))
 *   for (const { subject, under } of batch) found.push([subject, under.meals.decision.outcome, under.bags.decision.outcome])
 * found // => [['p1', 'eligible', 'eligible']]
 * asked // => ['authorisation 2026/3', 'authorisation 2026/4']
 * ```
 */
export async function* decideEach<const Each extends Policies>(
  policies: Each,
  subjects: Iterable<SubjectId> | AsyncIterable<SubjectId>,
  options: DecideOptions<AsksOfPolicy<NoInfer<Each>[keyof Each]>>,
): AsyncGenerator<readonly DecidedEach<Each>[], void, undefined> {
  checkOneKind(Object.values(policies))
  // The type of the options promises an answerer for each fact of each policy, which each by itself cannot see.
  const each = options as unknown as DecideOptions<Fact>
  const deciders = Object.entries(policies).map(([name, policy]) => [name, deciderOf(policy, each)] as const)
  for await (const some of chunks(subjects, options.together ?? TOGETHER)) {
    options.signal?.throwIfAborted()
    const decided = await Promise.all(
      deciders.map(async ([name, decideSome]) => [name, await decideSome(some)] as const),
    )
    yield some.map((subject, index) => ({
      subject,
      // Each policy has decided each subject, in their order: what entries cannot say.
      under: Object.fromEntries(
        decided.map(([name, batch]) => [name, batch[index]]),
      ) as unknown as DecidedEach<Each>['under'],
    }))
  }
}

function checkOneKind([first, ...others]: readonly Policy[]): void {
  const other = others.find(({ about }) => about !== first?.about)
  if (first === undefined || other === undefined) return
  throw new DefinitionError({
    code: 'subjects-differ',
    what: `policy \`${other.name}\` is about a ${other.about}, the first one about a ${first.about}`,
    where: 'policies that are decided side by side',
    todo: 'decide those about each kind of subject by themselves',
  })
}
