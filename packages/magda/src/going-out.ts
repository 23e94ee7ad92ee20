import type { Service } from './service.ts'

/**
 * A service whose questions tell when they go out. A question is written when its turn has come: what is cancelled or left
 * alone before that was surely not sent.
 */
export const goingOut = <Question, Content>(
  service: Service<Question, Content>,
  tell: () => void,
): Service<Question, Content> => ({
  ...service,
  question: (...asked) => {
    tell()
    return service.question(...asked)
  },
})
