import type * as z from 'zod'
import type { Fact } from '../fact.ts'
import type { Chapters, Node, NodeOf, Parameter, PolicyNode } from '../tree.ts'

export const SCHEMA =
  'https://raw.githubusercontent.com/vanzelf/vanzelf/main/packages/rules/schema/policy-1.schema.json'
export const POLICY = 'vanzelf-policy'
export const EXPRESSION = 'vanzelf-expression'
/** The version of the format, apart from the package's. */
export const VERSION = 1

/** A fact where it stands in a rule: its description is told once, beside the rule. */
export interface FactName {
  readonly kind: 'fact'
  readonly about: string
  readonly name: string
}
/** A parameter where it stands in a rule: its history is told once, beside the rule. */
export interface ParameterName {
  readonly kind: 'parameter'
  readonly name: string
}

/** A part of the tree as a document tells it: facts and parameters by name, the rest as it is. */
export type Documented<Part> = Part extends Fact
  ? FactName
  : Part extends Parameter
    ? ParameterName
    : Part extends readonly (infer Item)[]
      ? readonly Documented<Item>[]
      : Part extends object
        ? { readonly [key in keyof Part]: Documented<Part[key]> }
        : Part

type PlainFact = Pick<Fact, 'source' | 'name' | 'about' | 'value' | 'when' | 'optional' | 'label'>
export type DescribedFact = { readonly [key in keyof PlainFact]: PlainFact[key] }
export type DescribedParameter = Omit<Parameter, 'kind'>

interface Document {
  readonly facts: readonly DescribedFact[]
  readonly parameters: readonly DescribedParameter[]
}

/** A policy as a document. */
export interface PolicyDocument extends Document {
  readonly $schema?: string
  readonly format: typeof POLICY
  readonly version: typeof VERSION
  readonly policy: Documented<Omit<PolicyNode, 'kind'>>
}

/** An expression as a document. */
export interface ExpressionDocument extends Document {
  readonly $schema?: string
  readonly format: typeof EXPRESSION
  readonly version: typeof VERSION
  readonly expression: Documented<Node>
}

/** The schema of an expression of any kind, which a chapter receives for the parts of its own. */
export type NodeSchema = z.ZodType<Documented<Node>>
/** The schemas of a chapter's kinds. */
export type Schemas<C extends keyof Chapters> = {
  readonly [K in Chapters[C]['kind']]: z.ZodType<Documented<NodeOf<K>>>
}
