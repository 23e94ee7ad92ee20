import type * as z from 'zod'
import type { Reader } from './xml.ts'

/** The sender as the platform knows it. */
export interface Sender {
  /** The URI that stands for controller, finality and environment, such as `exampleville.be/meals-aip`. */
  readonly uri: string
  /** The registered capacity in which is asked, such as a number of the product catalogue: `ipdc94`. */
  readonly hoedanigheid: string
}

/** One service of the platform: how a question is put, and what an answer looks like. */
export interface Service<Question, Content> {
  readonly name: string
  readonly version: string
  readonly namespace: string
  /** The content of the question, as XML. */
  readonly question: (question: Question, sender: Sender) => string
  /** `false` where the schema has the question stand beside its reference, without `Inhoud` around it. */
  readonly enclosed?: false
  /** Codes of exceptions that an answer's content says itself: beside content they take nothing from it. */
  readonly restated?: readonly string[]
  /** What the content of an answer says, as it stands there. */
  readonly read: (content: Reader) => unknown
  /** What it must look like. */
  readonly shape: z.ZodType<Content>
}
