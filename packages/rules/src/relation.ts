declare const to: unique symbol

/** One subject of a kind, as the value of a relation: `One<'person'>`. */
export interface One<out To extends string> {
  readonly [to]: { readonly one: To }
}
/** Several subjects of a kind, as the value of a relation: `Those<'person'>`. */
export interface Those<out To extends string> {
  readonly [to]: { readonly those: To }
}
