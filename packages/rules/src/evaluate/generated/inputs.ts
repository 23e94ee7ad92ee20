import type { Chapter } from '../../cases.ts'
import { byClosure } from './closure.ts'
import { type Emit, type Emitted, settledAt } from './emitted.ts'
import { factBy } from './facts.ts'

export const inputs: Chapter<'inputs', Emit, Emitted> = {
  fact: (fact, emit) => factBy(fact, fact, (site) => `${site.subject}[${JSON.stringify(fact.name)}]`, emit),
  // Where the date follows from the reference date it was read once; here the date is somebody's.
  parameter: byClosure,
  constant: ({ value }, { writer }) => {
    if (typeof value === 'boolean') return { as: 'truth', test: (_, { no }) => writer.line(value ? '' : no) }
    if (typeof value === 'number') return { as: 'number', ends: () => settledAt(`(${value})`, Number.isInteger(value)) }
    if (typeof value !== 'string') return { as: 'texts', value: () => writer.constant(value) }
    const text = JSON.stringify(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? { as: 'date', ends: () => settledAt(text) }
      : { as: 'text', value: () => text }
  },
  applicant: () => ({ as: 'one', value: () => 's' }),
  self: () => ({ as: 'one', value: (site) => site.subject }),
  discretion: ({ name }, { writer }) => ({
    as: 'truth',
    test: (site, { no, unsure }) => {
      const decided = writer.name('v')
      writer.line(
        `const ${decided} = ${site.subject}[${JSON.stringify(name)}]; if (${decided} !== true) { if (${decided} === false) { ${no} } ${unsure} }`,
      )
    },
  }),
}
