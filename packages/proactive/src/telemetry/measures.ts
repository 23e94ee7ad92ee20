import { metrics } from '@opentelemetry/api'
import type { Result } from './attributes.ts'
import { SCOPE } from './scope.ts'

/** What is counted: without an SDK of OpenTelemetry it is not. */
export interface Measures {
  questions(source: string, result: Result, count: number): void
  /** How long a source took to answer a batch, in milliseconds. */
  took(source: string, milliseconds: number, error?: string): void
  decision(policy: string, outcome: string, count: number): void
  effect(policy: string, effect: string, count: number): void
  delivery(channel: string, outcome: string): void
}

/** Asked for by each piece of work: an SDK that is registered later counts what begins from then on. */
export function measures(): Measures {
  const meter = metrics.getMeter(SCOPE)
  const questions = meter.createCounter('vanzelf.questions', {
    unit: '{question}',
    description: 'Facts that were asked, each of one subject',
  })
  const duration = meter.createHistogram('vanzelf.source.duration', {
    unit: 's',
    description: 'How long a source took to answer a batch',
  })
  const decisions = meter.createCounter('vanzelf.decisions', { unit: '{decision}', description: 'Subjects decided' })
  const effects = meter.createCounter('vanzelf.effects', { unit: '{effect}', description: 'What decisions led to' })
  const deliveries = meter.createCounter('vanzelf.deliveries', {
    unit: '{delivery}',
    description: 'Deliveries and withdrawals that were handed over',
  })
  return {
    questions: (source, result, count) =>
      questions.add(count, { 'vanzelf.source.name': source, 'vanzelf.question.result': result }),
    took: (source, milliseconds, error) =>
      duration.record(milliseconds / 1_000, {
        'vanzelf.source.name': source,
        ...(error !== undefined && { 'error.type': error }),
      }),
    decision: (policy, outcome, count) =>
      decisions.add(count, { 'vanzelf.policy.name': policy, 'vanzelf.decision.outcome': outcome }),
    effect: (policy, effect, count) =>
      effects.add(count, { 'vanzelf.policy.name': policy, 'vanzelf.decision.effect': effect }),
    delivery: (channel, outcome) =>
      deliveries.add(1, { 'vanzelf.channel.name': channel, 'vanzelf.delivery.outcome': outcome }),
  }
}
