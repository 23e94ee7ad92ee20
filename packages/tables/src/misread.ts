/** A cell that cannot be read. It becomes a problem when the table is checked, and a doubt when a question is answered. */
export class Misread extends Error {
  readonly column: string

  constructor(column: string, what: string) {
    super(what)
    this.name = 'Misread'
    this.column = column
  }
}
