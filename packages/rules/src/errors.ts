/** What an error tells: what is wrong, where, and what to do. Never a fact's value, never a national number. */
export interface Complaint {
  readonly code: string
  readonly what: string
  readonly where?: string
  readonly todo?: string
}

/** Base of all that is thrown here. Test `code`, not `instanceof`: a program may hold two copies of a package. */
export class VanzelfError extends Error {
  readonly code: string
  readonly what: string
  readonly where: string | undefined
  readonly todo: string | undefined

  constructor({ code, what, where, todo }: Complaint) {
    super([what, where && `in ${where}`, todo].filter(Boolean).join('; '))
    this.name = new.target.name
    this.code = code
    this.what = what
    this.where = where
    this.todo = todo
  }
}

/** The policy is wrong: its author must mend it. */
export class DefinitionError extends VanzelfError {}
/** What came from outside lacks the promised shape. */
export class DocumentError extends VanzelfError {}
/** A fact may not be asked: no purpose, or no legal basis. */
export class RefusedError extends VanzelfError {}
