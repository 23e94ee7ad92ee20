import type * as z from 'zod'

/** One service of the platform that is asked over REST. */
export interface RestService<Question, Content> {
  /** What limits and log call it. */
  readonly name: string
  readonly version: string
  /** Where it is asked, below the endpoint. */
  readonly path: string
  /** What the question puts behind it. */
  readonly query: (question: Question) => { readonly [name: string]: string }
  /** What an answer must look like, as JSON. */
  readonly shape: z.ZodType<Content>
}
