import type { nl } from './nl.ts'

export type TextKey = keyof typeof nl
export type Texts = { readonly [key in TextKey]: string }
