import fc from 'fast-check'
import type { Growths, Part } from './want.ts'

const criteria = (part: Part) => fc.array(part({ type: 'truth' }), { maxLength: 3 })

export const logic: Growths<'logic'> = {
  all: ({ type, absent }, part) =>
    type === 'truth' && absent === 'never' ? criteria(part).map((parts) => ({ kind: 'all', parts })) : undefined,
  any: ({ type, absent }, part) =>
    type === 'truth' && absent === 'never' ? criteria(part).map((parts) => ({ kind: 'any', parts })) : undefined,
  not: ({ type, absent }, part) =>
    type === 'truth' && absent === 'never'
      ? part({ type: 'truth' }).map((one) => ({ kind: 'not', part: one }))
      : undefined,
  howMany: ({ type, absent }, part) =>
    type === 'count' && absent === 'never' ? criteria(part).map((parts) => ({ kind: 'howMany', parts })) : undefined,
}
