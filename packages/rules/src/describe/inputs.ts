import { isDate } from '../calendar.ts'
import type { Chapter } from '../cases.ts'
import { versionOn } from '../parameter.ts'
import { figure, measureOfType } from './figures.ts'
import type { Telling } from './telling.ts'
import { clause, noun, type Words } from './words.ts'

export const inputs: Chapter<'inputs', Telling, Words> = {
  fact: ({ name, label, value }, telling) => {
    const called = telling.call(label, name)
    const words = telling.in.inputs
    if (value.type === 'truth') return clause(words.truth(called).text, words.truth(called).denied)
    if (value.type === 'one') return noun(words.one(called), { to: value.to })
    if (value.type === 'those') return noun(words.those(called), { to: value.to })
    return noun(words.value(called), measured(value))
  },

  parameter: (parameter, telling) => {
    const { value, label, name } = parameter
    const words = telling.in.inputs
    const called = words.value(telling.call(label, name))
    if (value.type === 'brackets' || value.type === 'keyed')
      return noun(called, { ...measured(value.gives), ...(value.type === 'brackets' && by(value.by)) })
    if (value.type === 'truth') return clause(words.truth(called).text, words.truth(called).denied)
    if (telling.on === undefined || value.type === 'texts') return noun(called, measured(value))
    const version = versionOn(parameter, telling.on)
    const told = version && figure(version.value as string | number, measureOfType(value), telling.in)
    return noun(words.figure(called, told ?? words.notInForce(telling.in.values.date(telling.on))), measured(value))
  },

  constant: ({ value, unit }, telling) => {
    if (typeof value === 'boolean')
      return value
        ? clause(telling.in.logic.always, telling.in.logic.never)
        : clause(telling.in.logic.never, telling.in.logic.always)
    const text = figure(value, unit, telling.in)
    if (typeof value === 'string') return noun(text, isDate(value) ? { measure: 'date' } : {})
    if (typeof value === 'object') return noun(telling.in.inputs.list(text))
    return noun(text, { figure: true, ...(unit !== undefined && { measure: unit }) })
  },

  applicant: (_, { in: { subjects }, applicant }) =>
    noun(subjects.concerned(applicant), applicant === undefined ? {} : { to: applicant }),

  self: (_, { in: { subjects }, about }) => noun(subjects.atHand(about), about === undefined ? {} : { to: about }),

  discretion: ({ name, label }, telling) => {
    const { text, denied } = telling.in.inputs.discretion(telling.call(label, name))
    return clause(text, denied)
  },
}

const measured = (type: { readonly type: string }): Pick<Words, 'measure'> => {
  const measure = measureOfType(type)
  return measure === undefined ? {} : { measure }
}

const by = (type: { readonly type: string }): Pick<Words, 'by'> => {
  const measure = measureOfType(type)
  return measure === undefined ? {} : { by: measure }
}
