import { DefinitionError, type Fact, type Label, type Policy } from '@vanzelf/rules'
import { discretions, requirements } from '@vanzelf/rules/require'
import { checkNoCircle } from './check-no-circle.ts'
import { type Combination, policiesOf, told } from './combination.ts'
import { kindsFor, MONEY, type Things } from './things.ts'

interface Unchecked {
  readonly policies: readonly Policy[]
  readonly combinations: readonly Combination[]
  readonly things: Things
}

/** Refuses a set that could not be decided, or that would decide what nobody meant. */
export function checkSet({ policies, combinations, things }: Unchecked): void {
  checkPolicies(policies)
  const byName = new Map(policies.map((policy) => [policy.name, policy]))
  for (const combination of combinations) {
    checkNames(combination, byName)
    checkComparable(combination, byName, things)
  }
  checkPairs(combinations)
  checkNoCircle(combinations)
}

function checkPolicies(policies: readonly Policy[]): void {
  const names = new Set<string>()
  const facts = new Map<string, { readonly fact: Fact; readonly policy: string }>()
  for (const policy of policies) {
    if (names.has(policy.name))
      throw new DefinitionError({
        code: 'policy-twice',
        what: `two policies are called \`${policy.name}\``,
        where: 'a set of policies',
        todo: 'leave one out, or give each a name of its own',
      })
    names.add(policy.name)
    if (policy.about !== policies[0]?.about)
      throw new DefinitionError({
        code: 'subjects-differ',
        what: `policy \`${policy.name}\` is about a ${policy.about}, the first one about a ${policies[0]?.about}`,
        where: 'a set of policies',
        todo: 'make a set for each kind of subject: a situation tells of one',
      })
    for (const { fact } of requirements(policy)) {
      const key = `${fact.about} ${fact.name}`
      const before = facts.get(key)
      if (before !== undefined && JSON.stringify(before.fact) !== JSON.stringify(fact))
        throw twice(`two facts about a ${fact.about} are called \`${fact.name}\``, before.policy, policy.name)
      facts.set(key, { fact, policy: policy.name })
    }
  }
  checkDiscretions(policies)
}

/** A discretion is told by its name, about whomever: no other one may have it, nor a fact about any kind of subject. */
function checkDiscretions(policies: readonly Policy[]): void {
  const all = new Map<string, { readonly label: Label; readonly policy: string }>()
  for (const policy of policies)
    for (const { name, label } of discretions(policy)) {
      const before = all.get(name)
      if (before !== undefined && JSON.stringify(before.label) !== JSON.stringify(label))
        throw twice(`two discretions are called \`${name}\``, before.policy, policy.name)
      all.set(name, { label, policy: policy.name })
      const other = policies.find((one) => requirements(one).some(({ fact }) => fact.name === name))
      if (other !== undefined) throw twice(`a discretion and a fact are called \`${name}\``, policy.name, other.name)
    }
}

const twice = (what: string, one: string, other: string) =>
  new DefinitionError({
    code: 'fact-twice',
    what,
    where: one === other ? `policy \`${one}\`` : `policies \`${one}\` and \`${other}\``,
    todo: 'rename one of them: a situation tells facts and discretions by their name',
  })

function checkNames(combination: Combination, byName: ReadonlyMap<string, Policy>): void {
  const names = policiesOf(combination)
  for (const name of names)
    if (!byName.has(name))
      throw new DefinitionError({
        code: 'unknown-policy',
        what: `no policy of the set is called \`${name}\``,
        where: told(combination),
        todo: `write one of ${[...byName.keys()].map((known) => `\`${known}\``).join(', ')}`,
      })
  if (names.length < 2 || new Set(names).size < names.length)
    throw new DefinitionError({
      code: 'combination-too-small',
      what: 'it speaks of fewer than two policies, or of one twice',
      where: told(combination),
      todo: 'name two different policies or more',
    })
}

function checkComparable(combination: Combination, byName: ReadonlyMap<string, Policy>, things: Things): void {
  if (combination.kind !== 'excludes' || combination.wins === 'first named') return
  const { highest: thing } = combination.wins
  if (thing !== MONEY && things[thing] === undefined)
    throw new DefinitionError({
      code: 'unknown-thing',
      what: `\`${thing}\` is not among the things of the set`,
      where: told(combination),
      todo: 'add it to `things`, with what the policies call it',
    })
  const found = new Set<string>()
  for (const name of combination.policies) {
    const policy = byName.get(name)
    const kinds = policy === undefined ? new Set<never>() : kindsFor(things, thing, policy.benefit)
    for (const kind of kinds) found.add(kind)
    if (kinds.size === 0 || found.size > 1)
      throw new DefinitionError({
        code: 'not-comparable',
        what:
          kinds.size === 0
            ? `policy \`${name}\` can give nothing for \`${thing}\``
            : `policies give for \`${thing}\` in different kinds: ${[...found].join(', ')}`,
        where: told(combination),
        todo: 'compare by another thing, or let the first named win',
      })
  }
}

/** Of two policies one combination speaks at most, or it would not be plain which holds. */
function checkPairs(combinations: readonly Combination[]): void {
  const spoken = new Map<string, Combination>()
  for (const combination of combinations) {
    const names = [...policiesOf(combination)].sort()
    names.forEach((one, index) => {
      for (const other of names.slice(index + 1)) {
        const pair = JSON.stringify([one, other])
        const before = spoken.get(pair)
        if (before !== undefined)
          throw new DefinitionError({
            code: 'combinations-contradict',
            what: `two combinations speak of \`${one}\` and \`${other}\``,
            where: `${told(before)}; and ${told(combination)}`,
            todo: 'say once how two policies combine',
          })
        spoken.set(pair, combination)
      }
    })
  }
}
