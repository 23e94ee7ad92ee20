import { describe, type Language } from '@vanzelf/rules/describe'
import type { Step } from '@vanzelf/rules/explain'
import type { DecidedCase } from '../decided.ts'

/** Why a decision is what it is, as a document: each criterion that decided it and what was found of it. */
export function proofDocument({ proof, nameOf }: DecidedCase, language: Language) {
  const criteria = (steps: readonly Step[]) =>
    steps.flatMap(deciding).map(({ expression, found, subject, on }) => ({
      // A step holds any node; `describe` wants an expression, which is what stands behind a criterion.
      criterion: describe(expression as never, { in: language }),
      holds: 'truth' in found ? found.truth : 'unknown',
      of: nameOf(subject),
      ...(on !== undefined && { on }),
    }))
  return {
    requires: criteria(proof.requires),
    grounds: proof.grounds.map(({ article, holds, because }) => ({ article, holds, because: criteria(because) })),
  }
}

/** The criteria that rest on no further one. */
function deciding(step: Step): readonly Step[] {
  const below = step.because.flatMap(deciding)
  if (below.length > 0) return below
  return 'truth' in step.found && step.expression.kind !== 'constant' ? [step] : []
}
