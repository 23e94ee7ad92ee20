import type { Chapter } from '../../cases.ts'
import { exact } from '../../number.ts'
import { type Emit, type Emitted, type EmittedThose, emittedAs, type Site, tested, truth, valueOf } from './emitted.ts'

export const members: Chapter<'members', Emit, Emitted> = {
  of: ({ one, part }, emit) => of(emit(one), emit(part), emit),
  some: ({ those, part }, emit) => {
    const { writer } = emit
    const { each } = emittedAs('those', emit(those))
    const { test } = emittedAs('truth', emit(part))
    return truth(writer, (site, ifNot) => {
      const found = writer.name('l')
      writer.line(`${found}: {`)
      each(site, (member, skip) => {
        test(member, skip)
        writer.line(`break ${found};`)
      })
      writer.line(`${ifNot} }`)
    })
  },
  every: ({ those, part }, emit) => {
    const { each } = emittedAs('those', emit(those))
    const { test } = emittedAs('truth', emit(part))
    return truth(emit.writer, (site, ifNot) => each(site, (member) => test(member, ifNot)))
  },
  none: ({ those, part }, emit) => {
    const { writer } = emit
    const { each } = emittedAs('those', emit(those))
    const { test } = emittedAs('truth', emit(part))
    return truth(writer, (site, ifNot) =>
      each(site, (member, skip) => {
        test(member, skip)
        writer.line(ifNot)
      }),
    )
  },
  count: ({ those }, emit) => {
    const { writer } = emit
    const { each, length } = emittedAs('those', emit(those))
    const counted = (site: Site) => {
      const number = writer.name('n')
      writer.line(`let ${number} = 0;`)
      each(site, () => writer.line(`${number}++;`))
      return number
    }
    return { as: 'number', value: length ?? counted }
  },
  sum: ({ those, part }, emit) => {
    const { writer } = emit
    const { each } = emittedAs('those', emit(those))
    const value = valueOf(emit(part))
    return {
      as: 'number',
      value: (site) => {
        const total = writer.name('n')
        writer.line(`let ${total} = 0;`)
        each(site, (member) => writer.line(`${total} += ${value(member)};`))
        return `${writer.constant(exact)}(${total})`
      },
    }
  },
  filter: ({ those, part }, emit) => {
    const list = emittedAs('those', emit(those))
    const { test } = emittedAs('truth', emit(part))
    return {
      as: 'those',
      length: undefined,
      each: (site, body) =>
        list.each(site, (member, skip) => {
          test(member, skip)
          body(member, skip)
        }),
    }
  },
  smallest: ({ those, part }, emit) => extreme(emittedAs('those', emit(those)), emit(part), '<', emit),
  largest: ({ those, part }, emit) => extreme(emittedAs('those', emit(those)), emit(part), '>', emit),
}

function extreme({ each }: EmittedThose, part: Emitted, operator: '<' | '>', { writer }: Emit): Emitted {
  const read = valueOf(part)
  return {
    as: part.as === 'date' ? 'date' : 'number',
    absent: true,
    value: (site) => {
      const furthest = writer.name('v')
      writer.line(`let ${furthest} = null;`)
      each(site, (member) => {
        const one = writer.name('v')
        writer.line(
          `const ${one} = ${read(member)}; if (${furthest} === null || ${one} ${operator} ${furthest}) ${furthest} = ${one};`,
        )
      })
      return furthest
    },
  }
}

function of(one: Emitted, part: Emitted, { writer }: Emit): Emitted {
  const relation = valueOf(one)
  const maybe = one.absent === true
  const absent = maybe || part.absent === true
  /** Reads something about the other: where there is none, it stays absent. */
  const about = (site: Site, variables: readonly string[], read: (other: Site) => readonly string[]) => {
    const other = writer.name('m')
    writer.line(
      `const ${other} = ${relation(site)}; let ${variables.map((variable) => `${variable} = null`).join(', ')};`,
    )
    if (maybe) writer.line(`if (${other} !== null) {`)
    const found = read({ ...site, subject: other })
    variables.forEach((variable, index) => writer.line(`${variable} = ${found[index]};`))
    if (maybe) writer.line('}')
  }
  if (part.as === 'period') {
    return {
      as: 'period',
      absent,
      edges: (site) => {
        const [from, until] = [writer.name('v'), writer.name('v')]
        about(site, [from, until], (other) => {
          const edges = part.edges(other)
          return [edges.from, edges.until]
        })
        return { from, until }
      },
    }
  }
  if (part.as === 'those') {
    const shift = (site: Site): Site => {
      const other = writer.name('m')
      writer.line(`const ${other} = ${relation(site)};`)
      return { ...site, subject: other }
    }
    return {
      as: 'those',
      length: part.length && ((site) => part.length?.(shift(site)) ?? ''),
      each: (site, body) => part.each(shift(site), body),
    }
  }
  const value = (site: Site) => {
    const found = writer.name('v')
    about(site, [found], (other) => [part.value(other)])
    return found
  }
  if (part.as !== 'truth') return { as: part.as, absent, value }
  if (absent) return tested(writer, value, absent)
  return truth(writer, (site, ifNot) => {
    const other = writer.name('m')
    writer.line(`const ${other} = ${relation(site)};`)
    part.test({ ...site, subject: other }, ifNot)
  })
}
