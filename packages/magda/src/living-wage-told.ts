import { unknown } from '@vanzelf/rules'
import type { ToldAnswer } from './answerer.ts'
import type { LivingWagePeriods } from './services/living-wage-periods.ts'
import type { StatusAsked } from './services/social-status.ts'
import { answerOf } from './status-told.ts'

/** What periods of living wage say of the days that were asked: on those outside them, it was not received. */
export function livingWageOf(told: LivingWagePeriods, number: string, asked: StatusAsked): ToldAnswer {
  if (told.some((received) => received.number !== number)) return unknown('in doubt')
  const periods = told.flatMap(({ period }) => period ?? [])
  // A period that is left out might hold any day.
  if (periods.length < told.length) return unknown('not permitted')
  const { from, last } = typeof asked.at === 'string' ? { from: asked.at, last: asked.at } : asked.at
  const applies = periods.some((period) => period.from <= last && from <= period.last)
  return answerOf([{ name: asked.profile.name, result: applies ? '1' : '0', periods }], asked, undefined)
}
