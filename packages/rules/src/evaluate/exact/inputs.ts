import type { Chapter } from '../../cases.ts'
import type { Parameter } from '../../tree.ts'
import { inForce } from '../in-force.ts'
import { type Emit, type Emitted, tested } from './emitted.ts'
import { factBy, readTold } from './facts.ts'

const valueInForce = (parameter: Parameter, day: string) => inForce(parameter, day).value

export const inputs: Chapter<'inputs', Emit, Emitted> = {
  fact: (fact, { writer }) =>
    factBy(writer, fact, (site) => readTold(writer, fact, `${site.subject}[${JSON.stringify(fact.name)}]`, site.on)),
  parameter: (parameter, { writer }) => {
    // On a date that follows from the reference date, it was read once; here the date is somebody's.
    const value = (on: string) => `${writer.constant(valueInForce)}(${writer.constant(parameter)}, ${on})`
    const type = parameter.value.type
    if (type === 'truth') return tested(writer, (site) => value(site.on))
    return {
      as: type === 'date' || type === 'text' || type === 'texts' ? type : 'number',
      value: (site) => value(site.on),
    }
  },
  constant: ({ value }, { writer }) => {
    if (typeof value === 'boolean') return tested(writer, () => String(value))
    if (typeof value === 'number') return { as: 'number', value: () => `(${value})` }
    if (typeof value !== 'string') return { as: 'texts', value: () => writer.constant(value) }
    return { as: /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text', value: () => JSON.stringify(value) }
  },
  applicant: () => ({ as: 'one', value: () => 's' }),
  self: () => ({ as: 'one', value: (site) => site.subject }),
  discretion: ({ name }, { writer }) =>
    tested(writer, (site) => {
      const decided = writer.name('v')
      writer.line(
        `const ${decided} = ${site.subject}[${JSON.stringify(name)}]; if (${decided} !== true && ${decided} !== false) return null;`,
      )
      return decided
    }),
}
