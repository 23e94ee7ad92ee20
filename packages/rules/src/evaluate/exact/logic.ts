import type { Chapter } from '../../cases.ts'
import { type Emit, type Emitted, emittedAs, truth } from './emitted.ts'

export const logic: Chapter<'logic', Emit, Emitted> = {
  all: ({ parts }, emit) => {
    const tests = parts.map((part) => emittedAs('truth', emit(part)).test)
    return truth(emit.writer, (site, ifNot) => {
      for (const test of tests) test(site, ifNot)
    })
  },
  any: ({ parts }, emit) => {
    const tests = parts.map((part) => emittedAs('truth', emit(part)).test)
    const { writer } = emit
    return truth(writer, (site, ifNot) => {
      const found = writer.name('l')
      writer.line(`${found}: {`)
      for (const test of tests) {
        const next = writer.name('l')
        writer.line(`${next}: {`)
        test(site, `break ${next};`)
        writer.line(`break ${found}; }`)
      }
      writer.line(`${ifNot} }`)
    })
  },
  not: ({ part }, emit) => {
    const { test } = emittedAs('truth', emit(part))
    const { writer } = emit
    return truth(writer, (site, ifNot) => {
      const holds = writer.name('l')
      writer.line(`${holds}: {`)
      test(site, `break ${holds};`)
      writer.line(`${ifNot} }`)
    })
  },
  howMany: ({ parts }, emit) => {
    const values = parts.map((part) => emittedAs('truth', emit(part)).value)
    return {
      as: 'number',
      value: (site) => `(${['0', ...values.map((value) => `(${value(site)} ? 1 : 0)`)].join(' + ')})`,
    }
  },
}
