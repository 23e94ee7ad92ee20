import { ENDLESS, isDate } from '../../calendar.ts'
import type { Node, PolicyNode } from '../../tree.ts'
import { type Decision, type Given, NOT_ELIGIBLE, NOTHING_OPEN, worth } from '../decision.ts'
import type { Subject } from '../frame.ts'
import { isFree } from '../free.ts'
import { amountIn, givenOf } from './benefit.ts'
import { emitter } from './emit.ts'
import { type Emit, emittedAs, type Site, valueOf } from './emitted.ts'
import { edgeBy, type Writer, writer } from './writer.ts'

/** The exact twin: `null` where something is not known, and the decision is handed over. */
export interface Exact {
  readonly decide: (subject: Subject, on: string) => Decision | null
  /** The loop belongs in the generated source: a call that meets many functions is no longer inlined. */
  readonly decideMany: (
    subjects: readonly Subject[],
    on: string,
    handOver: (subject: Subject, on: string) => Decision,
  ) => Decision[]
}

/**
 * A policy as one function of straight statements.
 * @returns `undefined` where the host forbids generated code
 */
export function exactOf(policy: PolicyNode): Exact | undefined {
  const out = writer()
  decision(policy, out)
  const checked = out.constant(isDate)
  const ahead = out.constant(isNotInForce)
  const { body, once, constants } = out.written()
  const source = `"use strict";
${constants.map((_, index) => `const k${index} = K[${index}];`).join(' ')}
let at, settled = false${once.map((_, index) => `, h${index}`).join('')};
function refresh(on) { at = on; settled = false; if (!${checked}(on)) return false; try { ${once.map((read, index) => `h${index} = ${read};`).join(' ')} settled = true; } catch {} return settled; }
function decide(s, on) {
if (on !== at ? !refresh(on) : !settled) return null;
try {
${body}
} catch (error) { if (${ahead}(error)) return null; throw error; }
}
function decideMany(S, on, handOver) {
const D = new Array(S.length);
for (let i = 0; i < S.length; i++) { const d = decide(S[i], on); D[i] = d === null ? handOver(S[i], on) : d; }
return D;
}
return { decide, decideMany };`
  try {
    return new Function('K', source)(constants) as Exact
  } catch (error) {
    // A strict content policy refuses generated code: closures alone then give the same answers, slower.
    if (error instanceof EvalError) return undefined
    throw error
  }
}

function decision(policy: PolicyNode, out: Writer): void {
  const emit = emitter(out)
  const site: Site = { subject: 's', on: 'on', invariant: true }
  const refused = `return ${out.constant(NOT_ELIGIBLE)};`
  if (policy.requires) emittedAs('truth', emit(policy.requires)).test(site, refused)
  const ground = out.name('v')
  out.line(`let ${ground}; grounds: {`)
  policy.grounds.forEach(({ article, criterion }, index) => {
    out.line(`ground${index}: {`)
    emittedAs('truth', emit(criterion)).test(site, `break ground${index};`)
    out.line(`${ground} = ${JSON.stringify(article)}; break grounds; }`)
  })
  out.line(`${refused} }`)
  const given = benefit(policy, out, refused, site, emit)
  const recipient = valueOf(emit(policy.recipient))(site)
  const period = duration(policy.period, out, site, emit)
  out.line(
    `return { outcome: "eligible", ground: ${ground}, benefit: ${given}, recipient: ${recipient}, period: ${period}, open: ${out.constant(NOTHING_OPEN)} };`,
  )
}

/** What is granted; an amount of nothing is told before anything is made. */
function benefit({ benefit: node }: PolicyNode, out: Writer, refused: string, site: Site, emit: Emit): string {
  const given = out.name('v')
  if (node.kind === 'money' || node.kind === 'share' || node.kind === 'inKind') {
    out.line(`const ${given} = ${valueOf(emit(amountIn(node)))(site)}; if (!(${given} > 0)) { ${refused} }`)
    return givenOf(node, given, out)
  }
  out.line(`const ${given} = ${valueOf(emit(node))(site)}; if (${out.constant(isWorthless)}(${given})) { ${refused} }`)
  return given
}

/** For how long; where it follows from the reference date, it is one object for everybody. */
function duration(node: Node, out: Writer, site: Site, emit: Emit): string {
  const edges = emittedAs('period', emit(node)).edges
  if (!isFree(node)) {
    const { from, until } = edges(site)
    return `${out.constant(grantPeriod)}(${from}, ${until})`
  }
  const twin = emit.bounded(node)
  const [from, until] = [edgeBy(twin, 'from'), edgeBy(twin, 'until')]
  return out.once(
    (on, reference) => Object.freeze(grantPeriod(from(on, reference) as string, until(on, reference) as string)),
    'on',
  )
}

/** Generated source may read a parameter that closures know to be of no account. */
const isNotInForce = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'parameter-not-in-force'
const isWorthless = (given: Given) => worth(given) === 0
const grantPeriod = (from: string, until: string) => ({ from, until: until === ENDLESS ? null : until })
