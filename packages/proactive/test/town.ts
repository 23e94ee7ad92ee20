import { calendarYear, euro, fact, ground, money, oncePer, parameter, policy, some, when } from '@vanzelf/rules'
import type { Answerer, Change, SubjectId } from '@vanzelf/source'

const person = { source: 'register', about: 'person', when: ['date'] } as const
const status = { source: 'welfare', about: 'person', when: ['date'], value: { type: 'truth' } } as const
export const members = fact({ ...person, name: 'members', value: { type: 'those', to: 'person', least: 1 } })
export const reference = fact({ ...person, name: 'reference', value: { type: 'truth' } })
export const poor = fact({ ...status, name: 'poor' })
export const disabled = fact({ ...status, name: 'disabled' })

/** Support for a household, asked of the one who represents it: one amount, or another where that person is disabled. */
export const supportOf = (plain: number) => {
  const amount = (name: string, value: number) =>
    parameter({
      name,
      value: { type: 'money' },
      history: [{ from: '2020-01-01', value: euro(value), article: 'art. 4', verified: true }],
    })
  return policy({
    name: 'exampleville/support',
    about: 'person',
    requires: reference,
    grounds: [ground('art. 2', some(members, poor))],
    benefit: money(when(disabled, amount('more', 80)).otherwise(amount('plain', plain))),
    period: calendarYear,
    quota: oncePer('household', calendarYear),
    basis: { register: 'council decision 2026/12, art. 5', welfare: 'council decision 2026/12, art. 6' },
  })
}

export interface Neighbour {
  readonly home: number
  readonly poor: boolean
  readonly disabled: boolean
}

/** A town that changes, and the messages that its registers push of it. Of a home, who comes first represents it. */
export interface Town {
  readonly people: readonly SubjectId[]
  /** Whom its registers were asked about, since it was last emptied. */
  readonly asked: SubjectId[]
  readonly connectors: {
    readonly register: Answers<'members' | 'reference'>
    readonly welfare: Answers<'poor' | 'disabled'>
  }
  move(who: number, home: number): Change
  tell(who: number, name: 'poor' | 'disabled', value: boolean): Change
  /** Takes back what `tell` told: it is again as it was before that. */
  takeBack(change: Change): Change | undefined
}
type Answers<Name extends string> = { readonly [name in Name]: Answerer<never> }

export function town(neighbours: readonly Neighbour[], day = () => '2026-03-01'): Town {
  const now = neighbours.map((one) => ({ ...one }))
  const id = (index: number): SubjectId => `p${index}`
  const indexOf = (subject: SubjectId) => Number(subject.slice(1))
  const at = (index: number) => now[index] ?? { home: -1, poor: false, disabled: false }
  const homeOf = (index: number) => now.flatMap(({ home }, other) => (home === at(index).home ? [id(other)] : []))
  const asked: SubjectId[] = []
  const before = new Map<
    string,
    { readonly who: number; readonly name: 'poor' | 'disabled'; readonly value: boolean }
  >()
  let messages = 0
  const told = (source: string, subjects: readonly SubjectId[], facts: readonly string[]) => ({
    ...{ source, message: `m${++messages}`, place: 1, subjects, facts, from: day() as Change['from'] },
  })
  // A connector is asked for its own facts only, which the type of an answerer of any cannot tell.
  const answers = (value: (index: number) => unknown) =>
    (async ({ subjects }: { readonly subjects: readonly SubjectId[] }) => {
      asked.push(...subjects)
      return subjects.map((one) => ({ value: value(indexOf(one)) }))
    }) as unknown as Answerer<never>
  return {
    people: now.map((_, index) => id(index)),
    asked,
    connectors: {
      register: { members: answers(homeOf), reference: answers((index) => homeOf(index)[0] === id(index)) },
      welfare: { poor: answers((index) => at(index).poor), disabled: answers((index) => at(index).disabled) },
    },
    move(who, home) {
      at(who).home = home
      // It tells who lives together now, and not whom was left.
      const others = homeOf(who).filter((one) => one !== id(who))
      return { ...told('register', [id(who), ...others], ['members', 'reference']), kind: 'changed' }
    },
    tell(who, name, value) {
      const change: Change = { ...told('welfare', [id(who)], [name]), kind: 'changed' }
      before.set(change.message, { who, name, value: at(who)[name] })
      at(who)[name] = value
      return change
    },
    takeBack({ message }) {
      const was = before.get(message)
      if (was === undefined) return undefined
      at(was.who)[was.name] = was.value
      return {
        ...told('welfare', [id(was.who)], ['poor', 'disabled']),
        from: null,
        kind: 'cancelled',
        cancels: message,
      }
    },
  }
}
