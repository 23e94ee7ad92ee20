import { DefinitionError } from '@vanzelf/rules'
import { type Combination, told } from './combination.ts'
import { contestsOf } from './contests.ts'

/**
 * Refuses combinations by which policies could make each other give way in a circle, so that nobody could say which
 * stands. Where the highest wins, either of two may be the stronger: what hangs together by such combinations must hang
 * together in one way only, and is then like one policy to those who are stronger in any case.
 */
export function checkNoCircle(combinations: readonly Combination[]): void {
  const parents = new Map<string, string>()
  const rootOf = (name: string): string => {
    const parent = parents.get(name)
    return parent === undefined ? name : rootOf(parent)
  }
  combinations.forEach((combination, index) => {
    if (combination.kind !== 'excludes' || combination.wins === 'first named') return
    const group = `combination ${index}`
    for (const name of combination.policies) {
      if (rootOf(name) === rootOf(group)) throw circular(combination)
      parents.set(rootOf(name), rootOf(group))
    }
  })

  const weaker = new Map<string, { readonly to: string; readonly combination: Combination }[]>()
  for (const { stronger, weaker: loser, highest, combination } of contestsOf(combinations))
    if (highest === undefined) {
      const from = rootOf(stronger)
      weaker.set(from, [...(weaker.get(from) ?? []), { to: rootOf(loser), combination }])
    }
  const done = new Set<string>()
  const visit = (root: string, above: ReadonlySet<string>): void => {
    if (done.has(root)) return
    for (const { to, combination } of weaker.get(root) ?? []) {
      if (to === root || above.has(to)) throw circular(combination)
      visit(to, new Set([...above, root]))
    }
    done.add(root)
  }
  for (const root of weaker.keys()) visit(root, new Set())
}

const circular = (combination: Combination) =>
  new DefinitionError({
    code: 'combinations-circular',
    what: 'policies could make each other give way in a circle',
    where: `a set of policies, closed by ${told(combination)}`,
    todo: 'let one combination name all of them in their order',
  })
