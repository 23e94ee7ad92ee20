import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import { type Emit, type Emitted, emittedAs, settledAt, type Test, type Ways } from './emitted.ts'
import type { Writer } from './writer.ts'

const testsOf = (parts: readonly Node[], emit: Emit) => parts.map((part) => emittedAs('truth', emit(part)))

/** Runs `write` with ways that tell no from unsure only at the end, where they do not allow it any earlier. */
export function atTheEnd(ways: Ways, writer: Writer, write: (ways: Ways) => void): void {
  if (ways.early) {
    write(ways)
    return
  }
  const unsure = writer.name('u')
  writer.line(`let ${unsure} = false;`)
  write({ no: ways.no, unsure: `${unsure} = true;`, early: true })
  writer.line(`if (${unsure}) { ${ways.unsure} }`)
}

/** Writes tests of which one must hold: `each` writes them, and is told what to do where one holds or is unsure. */
export function firstOf(ways: Ways, writer: Writer, each: (found: string, unsure: string) => void): void {
  const [found, unsure] = [writer.name('l'), writer.name('u')]
  writer.line(`${found}: { let ${unsure} = false;`)
  each(`break ${found};`, `${unsure} = true;`)
  writer.line(`if (${unsure}) { ${ways.unsure} } else { ${ways.no} } }`)
}

/** Writes alternatives: at the first that holds what is found is run. */
export function alternatives(
  tests: readonly Test[],
  site: Parameters<Test>[0],
  writer: Writer,
  found: string,
  unsure: string,
): void {
  for (const test of tests) {
    const next = writer.name('l')
    writer.line(`${next}: {`)
    test(site, { no: `break ${next};`, unsure: `${unsure} break ${next};` })
    writer.line(`${found} }`)
  }
}

export const logic: Chapter<'logic', Emit, Emitted> = {
  all: ({ parts }, emit) => {
    const tests = testsOf(parts, emit)
    return {
      as: 'truth',
      test: (site, ways) => {
        if (tests.length === 1) return tests[0]?.test(site, ways)
        atTheEnd(ways, emit.writer, (both) => {
          for (const { test } of tests) test(site, both)
        })
      },
    }
  },
  any: ({ parts }, emit) => {
    const { writer } = emit
    const anyOf = testsOf(parts, emit).flatMap(({ test, anyOf }) => anyOf ?? [test])
    return {
      as: 'truth',
      anyOf,
      test: (site, ways) => firstOf(ways, writer, (found, unsure) => alternatives(anyOf, site, writer, found, unsure)),
    }
  },
  not: ({ part }, emit) => {
    const { test } = emittedAs('truth', emit(part))
    const { writer } = emit
    return {
      as: 'truth',
      test: (site, { no, unsure }) => {
        const holds = writer.name('l')
        writer.line(`${holds}: {`)
        test(site, { no: `break ${holds};`, unsure: `${unsure} break ${holds};` })
        writer.line(`${no} }`)
      },
    }
  },
  howMany: ({ parts }, emit) => {
    const tests = testsOf(parts, emit)
    const { writer } = emit
    return {
      as: 'number',
      ends: (site) => {
        const [low, high] = [writer.name('n'), writer.name('n')]
        writer.line(`let ${low} = 0, ${high} = 0;`)
        for (const { test } of tests) {
          const next = writer.name('l')
          writer.line(`${next}: {`)
          test(site, { no: `break ${next};`, unsure: `${site.leave ?? `${high}++; break ${next};`}` })
          writer.line(`${low}++; ${high}++; }`)
        }
        return site.leave === undefined ? { low, high } : settledAt(low)
      },
    }
  },
}
