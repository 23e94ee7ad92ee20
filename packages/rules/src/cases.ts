import type { Chapters, Kind, Node, NodeOf } from './tree.ts'

/** A reading of some kinds: one case each. A case receives its recursion and never imports the entry. */
export type Cases<K extends Kind, Recur, Yield> = { readonly [k in K]: (node: NodeOf<k>, recur: Recur) => Yield }

/** A reading of one chapter of the tree. */
export type Chapter<C extends keyof Chapters, Recur, Yield> = Cases<Chapters[C]['kind'], Recur, Yield>

/** The case of a node, applied. */
export function read<Recur, Yield>(cases: Cases<Kind, Recur, Yield>, node: Node, recur: Recur): Yield {
  // TypeScript does not see that the kind which finds the case is the kind of the node.
  const found = cases[node.kind] as (node: Node, recur: Recur) => Yield
  return found(node, recur)
}
