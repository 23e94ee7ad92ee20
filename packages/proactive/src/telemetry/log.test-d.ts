import type { DecisionRecord } from '@vanzelf/ledger'
import type { Answer, SubjectId } from '@vanzelf/source'
import { it } from 'vitest'
import type { Decided } from '../decide.ts'
import { log } from './log.ts'

declare const subject: SubjectId
declare const answer: Answer
declare const decided: Decided
declare const decision: DecisionRecord
const { info, error } = log()

it('takes a message that stands in the program, and named fields', () => {
  info('batch done')
  info('batch done', { campaign: 'pass 2026', batch: 3, milliseconds: 12 })
  error('campaign failed', { error: new Error('no answer') })
})

it('takes nobody, and nothing of them', () => {
  // @ts-expect-error a subject is no field
  info('batch done', { subject })
  // @ts-expect-error also beside one that is
  info('batch done', { campaign: 'pass 2026', subject })
  // @ts-expect-error an answer is none
  info('batch done', answer)
  // @ts-expect-error nor is what was decided about somebody
  info('batch done', decided)
  // @ts-expect-error also where some of its fields are
  info('batch done', decision)
  // @ts-expect-error an answer is not a count
  info('batch done', { count: answer })
  // @ts-expect-error nor is a subject
  info('batch done', { count: subject })
})

it('takes no message that was put together', () => {
  // @ts-expect-error it may be anybody's name
  info(subject)
  // @ts-expect-error also as a part of it
  info(`decided ${subject}` as const)
  // @ts-expect-error a value that is told is no message
  info(String(answer))
})
