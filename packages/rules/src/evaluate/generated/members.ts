import type { Chapter } from '../../cases.ts'
import { exactLeast, exactMost } from '../../number.ts'
import type { Node } from '../../tree.ts'
import { exactly } from './arithmetic.ts'
import { byClosure, quickOnly } from './closure.ts'
import {
  type Emit,
  type Emitted,
  type EmittedThose,
  type Ends,
  emittedAs,
  endsOf,
  type Site,
  settledAt,
  type Test,
  valueAt,
} from './emitted.ts'
import { alternatives, atTheEnd, firstOf } from './logic.ts'
import type { Writer } from './writer.ts'

type Over = { readonly those: Node; readonly part: Node }

/** A criterion over a list; in the careful function closures read it where the list is not known. */
function over(
  node: Node,
  those: EmittedThose,
  test: (site: Site, list: string, ways: Parameters<Test>[1]) => void,
  emit: Emit,
): Emitted {
  const { writer } = emit
  return {
    as: 'truth',
    test: (site, ways) => {
      if (site.leave !== undefined) return test(site, those.list(site), ways)
      const closure = emittedAs('truth', byClosure(node, emit)).test
      if (!those.careful) return closure(site, ways)
      const list = those.list(site)
      writer.line(`if (${list} === undefined) {`)
      closure(site, ways)
      writer.line('} else {')
      test(site, list, ways)
      writer.line('}')
    },
  }
}

/** A number of a list, likewise. */
function overNumber(node: Node, those: EmittedThose, ends: (site: Site, list: string) => Ends, emit: Emit): Emitted {
  const { writer } = emit
  return {
    as: 'number',
    ends: (site) => {
      if (site.leave !== undefined) return ends(site, those.list(site))
      const closure = endsOf(byClosure(node, emit))
      if (!those.careful) return closure(site)
      const [list, low, high] = [those.list(site), writer.name('v'), writer.name('v')]
      writer.line(`let ${low}, ${high}; if (${list} === undefined) {`)
      take(closure(site))
      writer.line('} else {')
      take(ends(site, list))
      writer.line('}')
      return { low, high }

      function take(found: Ends): void {
        writer.line(`${low} = ${found.low}; ${high} = ${found.high};`)
      }
    },
  }
}

/** Whether it holds for one of them: there the way `found` is taken, and `ways.no` where it holds for none. */
function someOf({ those, part }: Over, emit: Emit): (site: Site, list: string, found: string, unsure: string) => void {
  const { each } = emittedAs('those', emit(those))
  const { test, anyOf } = emittedAs('truth', emit(part))
  return (site, list, found, unsure) =>
    each(site, list, (member, next, perhaps) => {
      const certain = perhaps === undefined ? found : `if (${perhaps}) { ${unsure} ${next} } ${found}`
      alternatives(anyOf ?? [test], member, emit.writer, certain, unsure)
    })
}

export const members: Chapter<'members', Emit, Emitted> = {
  of: (node, emit) => {
    const found = of(emit(node.one), emit(node.part), emit.writer)
    return found.as === 'truth' && found.absent ? byClosure(node, emit) : quickOnly(node, found, emit)
  },
  some: (node, emit) => {
    const write = someOf(node, emit)
    const test = (site: Site, list: string, ways: Parameters<Test>[1]) =>
      firstOf(ways, emit.writer, (found, unsure) => write(site, list, found, unsure))
    return over(node, emittedAs('those', emit(node.those)), test, emit)
  },
  none: (node, emit) => {
    const write = someOf(node, emit)
    const test = (site: Site, list: string, ways: Parameters<Test>[1]) =>
      atTheEnd(ways, emit.writer, ({ no, unsure }) => write(site, list, no, unsure))
    return over(node, emittedAs('those', emit(node.those)), test, emit)
  },
  every: (node, emit) => {
    const those = emittedAs('those', emit(node.those))
    const { test } = emittedAs('truth', emit(node.part))
    const { writer } = emit
    const all = (site: Site, list: string, ways: Parameters<Test>[1]) =>
      atTheEnd(ways, writer, ({ no, unsure }) =>
        those.each(site, list, (member, next, perhaps) => {
          test(member, {
            no: perhaps === undefined ? no : `if (${perhaps}) { ${unsure} ${next} } ${no}`,
            unsure: `${unsure} ${next}`,
          })
        }),
      )
    return over(node, those, all, emit)
  },
  count: (node, emit) => {
    const those = emittedAs('those', emit(node.those))
    const { writer } = emit
    const counted = (site: Site, list: string): Ends => {
      if (!those.filtered) return settledAt(`${list}.length`, true)
      const [low, high] = [writer.name('n'), writer.name('n')]
      const quick = site.leave !== undefined
      writer.line(`let ${low} = 0${quick ? '' : `, ${high} = 0`};`)
      those.each(site, list, (_, __, perhaps) =>
        writer.line(ifCertain(perhaps, site, `${low}++;`, quick ? '' : `${high}++;`)),
      )
      return quick ? settledAt(low, true) : { low, high }
    }
    return overNumber(node, those, counted, emit)
  },
  sum: (node, emit) => {
    const those = emittedAs('those', emit(node.those))
    const read = endsOf(emit(node.part))
    const { writer } = emit
    const total = (site: Site, list: string): Ends => {
      const quick = site.leave !== undefined
      const [low, high] = [writer.name('n'), writer.name('n')]
      writer.line(`let ${low} = 0${quick ? '' : `, ${high} = 0`};`)
      let whole = true
      those.each(site, list, (member, _, perhaps) => {
        const one = read(member)
        whole &&= one.whole === true
        if (quick) return writer.line(ifCertain(perhaps, site, `${low} += ${one.low};`, ''))
        // One who perhaps belongs to them adds what makes the range wider.
        writer.line(`if (${perhaps === undefined ? 'true' : `!${perhaps} || ${one.low} < 0`}) ${low} += ${one.low};`)
        writer.line(`if (${perhaps === undefined ? 'true' : `!${perhaps} || ${one.high} > 0`}) ${high} += ${one.high};`)
      })
      if (quick && whole) return settledAt(low, whole)
      const least = exactly(low, writer, exactLeast)
      return quick ? settledAt(least) : { low: least, high: exactly(high, writer, exactMost) }
    }
    return overNumber(node, those, total, emit)
  },
  filter: ({ those, part }, emit) => {
    const list = emittedAs('those', emit(those))
    const { test } = emittedAs('truth', emit(part))
    const { writer } = emit
    return {
      ...list,
      filtered: true,
      each: (site, all, body) =>
        list.each(site, all, (member, next, perhaps) => {
          const unsure = writer.name('u')
          writer.line(`let ${unsure} = ${perhaps ?? false};`)
          test(member, { no: next, unsure: `${unsure} = true;`, early: true })
          body(member, next, unsure)
        }),
    }
  },
  smallest: (node, emit) => quickOnly(node, extreme(node, '<', emit), emit),
  largest: (node, emit) => quickOnly(node, extreme(node, '>', emit), emit),
}

/** Runs `certain` for whoever certainly belongs to them, `possible` for whoever may; the quick function leaves. */
function ifCertain(perhaps: string | undefined, site: Site, certain: string, possible: string): string {
  if (perhaps === undefined) return `${certain} ${possible}`
  return site.leave === undefined
    ? `${possible} if (!${perhaps}) { ${certain} }`
    : `if (${perhaps}) { ${site.leave} } ${certain}`
}

/** The furthest value among those; absent of nobody. */
function extreme({ those, part }: Over, operator: '<' | '>', emit: Emit): Emitted {
  const { list, each } = emittedAs('those', emit(those))
  const value = emit(part)
  const read = endsOf(value)
  const { writer } = emit
  return {
    as: value.as === 'date' ? 'date' : 'number',
    absent: true,
    ends: (site) => {
      const [all, furthest] = [list(site), writer.name('v')]
      writer.line(`let ${furthest} = null;`)
      each(site, all, (member, _, perhaps) => {
        if (perhaps !== undefined) writer.line(`if (${perhaps}) { ${site.leave} }`)
        const one = read(member).low
        writer.line(`if (${furthest} === null || ${one} ${operator} ${furthest}) ${furthest} = ${one};`)
      })
      return settledAt(furthest)
    },
  }
}

/** Something about another, in the quick function. */
function of(one: Emitted, part: Emitted, writer: Writer): Emitted {
  const relation = valueAt(one)
  const maybe = one.absent === true
  const absent = maybe || part.absent === true
  const other = (site: Site): Site => {
    const subject = writer.name('m')
    writer.line(`const ${subject} = ${relation(site)}; if (${subject} === undefined) { ${site.leave} }`)
    return { ...site, subject }
  }
  /** Where there is no such one, what is read stays absent. */
  const about = (site: Site, count: number, read: (other: Site) => readonly string[]): readonly string[] => {
    const variables = Array.from({ length: count }, () => writer.name('v'))
    const at = other(site)
    writer.line(`let ${variables.map((variable) => `${variable} = null`).join(', ')}; if (${at.subject} !== null) {`)
    const found = read(at)
    for (const [index, variable] of variables.entries()) writer.line(`${variable} = ${found[index]};`)
    writer.line('}')
    return variables
  }
  switch (part.as) {
    case 'truth':
      return { as: 'truth', absent, test: (site, ways) => part.test(other(site), ways) }
    case 'number':
    case 'date':
      return {
        as: part.as,
        absent,
        ends: (site) => settledAt(about(site, 1, (at) => [part.ends(at).low])[0] as string),
      }
    case 'period':
      return {
        as: 'period',
        absent,
        edges: (site) => {
          const [from, until] = about(site, 2, (at) => {
            const edges = part.edges(at)
            return [edges.from, edges.until]
          })
          return { from: from as string, until: until as string }
        },
      }
    case 'those':
      // Members are read about themselves; only the list is read about the other.
      return {
        ...part,
        careful: false,
        list: (site) => part.list(other(site)),
        each: (site, list, body) => part.each(other(site), list, body),
      }
    default:
      return { as: part.as, absent, value: (site) => about(site, 1, (at) => [part.value(at)])[0] as string }
  }
}
