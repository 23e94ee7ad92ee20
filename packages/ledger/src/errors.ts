import { DefinitionError, DocumentError, RefusedError } from '@vanzelf/rules'

/** Another process has the folder open, or this one opened it before. */
export const ledgerInUse = (): RefusedError =>
  new RefusedError({
    code: 'ledger-in-use',
    what: 'this ledger is open already, in another process or in this one',
    where: 'an embedded ledger',
    todo: 'close it there, or keep the ledger on a server of PostgreSQL, which many may share',
  })

/** The lock of a folder was taken away: writing on would be writing beside somebody else. */
export const ledgerLost = (): RefusedError =>
  new RefusedError({
    code: 'ledger-lost',
    what: 'the folder is no longer ours: its lock was removed, or this process stood still for so long that another may have taken it',
    where: 'an embedded ledger',
    todo: 'open it again; what was acknowledged is kept',
  })

/** @param why a code of the system or of PostgreSQL, never the connection string */
export const ledgerUnreachable = (why: string): DocumentError =>
  new DocumentError({
    code: 'ledger-unreachable',
    what: `the server of PostgreSQL cannot be reached, or the connection broke (${why})`,
    where: 'a ledger on a server',
    todo: 'try again when it is there; a write that was under way was kept whole or not at all, so look before repeating it',
  })

export const ledgerNewer = (steps: readonly string[]): DocumentError =>
  new DocumentError({
    code: 'ledger-newer',
    what: `the ledger has the step ${steps.map((step) => `\`${step}\``).join(', ')}, which this version does not know`,
    where: 'the schema of the ledger',
    todo: 'update `@vanzelf/ledger` to the version that last opened it',
  })

export const badSchema = (what: string, todo: string): DefinitionError =>
  new DefinitionError({ code: 'bad-schema', what, where: 'options of a ledger', todo })

export const badExport = (what: string, line?: number): DocumentError =>
  new DocumentError({
    code: 'bad-export',
    what,
    where: line === undefined ? 'an exported ledger' : `line ${line} of an exported ledger`,
    todo: 'restore from an export that is whole; nothing was restored',
  })
