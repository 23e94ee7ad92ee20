import { isDate } from '../../calendar.ts'
import type { Node, PolicyNode } from '../../tree.ts'
import { eligibleFor, type Program } from '../bounded/program.ts'
import { amountOf, type Decision, type Given, NOT_ELIGIBLE, NOTHING_OPEN, UNDETERMINED, worth } from '../decision.ts'
import { type Frame, frameOf, SOMEBODY, type Subject } from '../frame.ts'
import { isFree } from '../free.ts'
import { type Amounted, amountIn, givenOf } from './benefit.ts'
import { emitter } from './emit.ts'
import { type Emit, emittedAs, endsOf, isAboveZero, type Site, valueAt } from './emitted.ts'
import { grantOnce, grantPeriod } from './settled.ts'
import { writer } from './writer.ts'

/** A policy as generated source. */
export interface Source {
  readonly decide: (subject: Subject, on: string) => Decision
  /** The loop belongs in the generated source: a call that meets many functions is no longer inlined. */
  readonly decideMany: (subjects: readonly Subject[], on: string) => Decision[]
}

/**
 * A policy as two functions of straight statements. The quick one minds criteria that are not settled, and leaves for
 * the careful one at the first number, date, list or period that is not; the careful one computes with ranges, and calls
 * closures for what is rare.
 * @param closures decides by closures alone, on a date for which a parameter is not in force
 * @returns `undefined` where the host forbids generated code
 */
export function sourceOf(policy: PolicyNode, program: Program, closures: Source['decide']): Source | undefined {
  const out = writer()
  const emit = emitter(out)
  const at = { subject: 's', on: 'on', invariant: true }
  decision(policy, program, { ...at, leave: 'break quick;', odd: 'break plain;' }, emit)
  const plain = `plain: { quick: {\n${out.taken()}\n}\nreturn careful(s, on); }\nreturn quick(s, on);`
  decision(policy, program, { ...at, leave: 'break quick;', odd: undefined }, emit)
  const quick = `quick: {\n${out.taken()}\n}\nreturn careful(s, on);`
  decision(policy, program, { ...at, leave: undefined, odd: undefined }, emit)
  const careful = out.taken()
  const [checked, ahead, over] = [isDate, isNotInForce, closures].map(out.constant)
  // What no closure reads has no parameter that is not read once per reference date.
  const guarded = (body: string) =>
    body.includes('hand(')
      ? `try {\n${body}\n} catch (error) { if (${ahead}(error)) return ${over}(s, on); throw error; }`
      : body
  const source = `"use strict";
${out.constants.map((_, index) => `const k${index} = K[${index}];`).join(' ')}
let at, failed${out.dated.map((_, index) => `, h${index}`).join('')};
function refresh(on) {
if (on === failed || !${checked}(on)) return false;
try { ${out.dated.map((read, index) => `h${index} = ${read};`).join(' ')} at = on; return true; } catch { at = undefined; failed = on; return false; }
}
function hand(s, on, m = s, d = on) { F.subject = m; F.on = d; F.onLast = d; F.applicant = s; F.reference = on; F.next = ""; F.supposed = false; F.during = undefined; return F; }
function slow(v, read, s, on, m = s, d = on) { return v === undefined ? v : read(hand(s, on, m, d)); }
function careful(s, on) {
${guarded(careful)}
}
function quick(s, on) {
${guarded(quick)}
}
function plain(s, on) {
${guarded(plain)}
}
function decide(s, on) { return on === at || refresh(on) ? plain(s, on) : ${over}(s, on); }
function decideMany(S, on) {
const D = new Array(S.length);
for (let i = 0; i < S.length; i++) D[i] = decide(S[i], on);
return D;
}
return { decide, decideMany };`
  try {
    return new Function('K', 'F', source)(out.constants, frameOf(SOMEBODY, '')) as Source
  } catch (error) {
    // A strict content policy refuses generated code: closures alone then give the same answers, slower.
    if (error instanceof EvalError) return undefined
    throw error
  }
}

function decision(policy: PolicyNode, program: Program, site: Site, emit: Emit): void {
  const out = emit.writer
  const refused = `return ${out.constant(NOT_ELIGIBLE)};`
  const unsure = out.name('u')
  out.line(`let ${unsure} = false;`)
  if (policy.requires)
    emittedAs('truth', emit(policy.requires)).test(site, { no: refused, unsure: `${unsure} = true;`, early: true })
  const ground = grounds(policy, site, emit, refused, unsure)
  const given = benefit(policy.benefit, site, emit, refused, unsure)
  if (site.leave === undefined) {
    const end = (article: string | undefined, granted: Given, frame: Frame) =>
      eligibleFor(program, article, granted, frame)
    out.line(`return ${out.constant(end)}(${ground}, ${given}, hand(s, on));`)
    return
  }
  const recipient = valueAt(emit(policy.recipient))(site)
  // The applicant is always there.
  if (recipient !== 's') out.line(`if (${recipient} == null) { ${site.leave} }`)
  const period = duration(policy.period, site, emit)
  out.line(
    `return { outcome: "eligible", ground: ${ground}, benefit: ${given}, recipient: ${recipient}, period: ${period}, open: ${out.constant(NOTHING_OPEN)} };`,
  )
}

/** The first ground that holds; where an earlier one is open it may be that one, and none is named. */
function grounds({ grounds }: PolicyNode, site: Site, emit: Emit, refused: string, unsure: string): string {
  const out = emit.writer
  const [first] = grounds
  if (grounds.length === 1 && first !== undefined) {
    emittedAs('truth', emit(first.criterion)).test(site, { no: refused, unsure: `${unsure} = true;`, early: true })
    return JSON.stringify(first.article)
  }
  const [ground, found, pending] = [out.name('v'), out.name('l'), out.name('u')]
  out.line(`let ${ground}, ${pending} = false; ${found}: {`)
  for (const { article, criterion } of grounds) {
    const next = out.name('l')
    out.line(`${next}: {`)
    emittedAs('truth', emit(criterion)).test(site, {
      no: `break ${next};`,
      unsure: `${pending} = true; break ${next};`,
    })
    out.line(`if (${pending}) { ${site.leave ?? ''} } else ${ground} = ${JSON.stringify(article)};`)
    out.line(`break ${found}; }`)
  }
  out.line(`if (!${pending}) { ${refused} } ${unsure} = true; }`)
  return ground
}

const isAmounted = (node: Node): node is Amounted =>
  node.kind === 'money' || node.kind === 'share' || node.kind === 'inKind'

/** What is granted; that it is nothing, or not settled whether anything, is told before anything is made. */
function benefit(node: Node, site: Site, emit: Emit, refused: string, unsure: string): string {
  const out = emit.writer
  const open = `return ${out.constant(UNDETERMINED)};`
  if (isAmounted(node)) {
    const { low, high } = endsOf(emit(amountIn(node)))(site)
    if (!isAboveZero(high)) out.line(`if (!(${high} > 0)) { ${refused} }`)
    out.line(`if (${unsure}${low === high ? '' : ` || !(${low} > 0)`}) { ${open} }`)
    return givenOf(node, low === high ? low : `${out.constant(amountOf)}(${low}, ${high})`, out)
  }
  const [given, worthy] = [out.name('v'), out.name('v')]
  out.line(`const ${given} = ${valueAt(emit(node))(site)}, ${worthy} = ${out.constant(worth)}(${given});`)
  out.line(`if (${worthy} === 0) { ${refused} } if (${unsure} || ${worthy} === 1) { ${open} }`)
  return given
}

/** For how long; where it follows from the reference date, it is one object for everybody. */
function duration(node: Node, site: Site, emit: Emit): string {
  if (isFree(node)) return emit.writer.once(grantOnce(emit.bounded(node)), 'on')
  const { from, until } = emittedAs('period', emit(node)).edges(site)
  return `${emit.writer.constant(grantPeriod)}(${from}, ${until})`
}

/** Generated source may read a parameter that closures know to be of no account. */
const isNotInForce = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'parameter-not-in-force'
