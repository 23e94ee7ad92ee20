import { SpanStatusCode, trace } from '@opentelemetry/api'
import type { Attributes } from './attributes.ts'
import { errorType } from './error-type.ts'
import { SCOPE } from './scope.ts'

/**
 * Does some work within a span of OpenTelemetry: without an SDK it is only done. Work that rejects leaves the code or the
 * name of its error in the span, never the message.
 * @param work is given a way to tell what is known once it is under way
 */
export function traced<Result>(
  name: `vanzelf.${string}`,
  attributes: Attributes,
  work: (tell: (more: Attributes) => void) => Promise<Result>,
): Promise<Result> {
  return trace.getTracer(SCOPE).startActiveSpan(name, { attributes: { ...attributes } }, async (span) => {
    try {
      return await work((more) => span.setAttributes({ ...more }))
    } catch (error) {
      span.setAttribute('error.type', errorType(error))
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}
