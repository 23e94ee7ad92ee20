/** What of a database is read: a table or view, or what a query of your own yields. */
export type Relation =
  | { readonly table: string; readonly schema?: string; readonly query?: never }
  | { readonly query: string; readonly table?: never; readonly schema?: never }
