import type { Contender } from '../contender.ts'

/** Every engine is imported only where it runs: in a process of its own. The yardstick is the first. */
export const engines = {
  'hand-written': async () => (await import('./hand-written.ts')).handWritten(),
  vanzelf: async () => (await import('./vanzelf.ts')).vanzelf(),
  'json-logic-engine': async () => (await import('./json-logic-engine.ts')).jsonLogicEngine(),
  'json-logic-js': async () => (await import('./json-logic-js.ts')).jsonLogicJs(),
  'zen-engine': async () => (await import('./zen-engine.ts')).zenEngine(),
  'json-rules-engine': async () => (await import('./json-rules-engine.ts')).jsonRulesEngine(),
  'cedar-wasm': async () => (await import('./cedar-wasm.ts')).cedarWasm(),
  publicodes: async () => (await import('./publicodes.ts')).publicodes(),
  feelin: async () => (await import('./feelin.ts')).feelin(),
} as const satisfies { readonly [engine: string]: () => Promise<readonly Contender[]> }

export type EngineName = keyof typeof engines

export const engineNames = Object.keys(engines) as readonly EngineName[]

/** In every race: the yardstick first, and what is measured by it. */
export const always = ['hand-written', 'vanzelf'] as const

export const peers = engineNames.filter((name) => !always.some((one) => one === name))
