import type { Ledger, LedgerOptions } from '@vanzelf/ledger'
import type { IsoDate } from '@vanzelf/rules'

/** Where text goes: a terminal, a pipe, a file. */
export interface Outlet {
  write(text: string): unknown
  readonly isTTY?: boolean
  /** How wide a terminal is. */
  readonly columns?: number
  /** Whether it holds more than it wants to: what goes on writing waits until it has drained. */
  readonly writableNeedDrain?: boolean
  once?(event: 'drain', then: () => void): unknown
}

/** Where text comes from. */
export interface Inlet {
  /** Whether somebody types it. */
  readonly isTTY?: boolean
  lines(): AsyncIterable<string>
}

/** What a command sees of the outside. It is handed over, so that a command can be run and heard without a terminal. */
export interface World {
  readonly cwd: string
  readonly env: { readonly [name: string]: string | undefined }
  readonly today: IsoDate
  readonly out: Outlet
  readonly err: Outlet
  readonly input: Inlet
  /** Loads a module, TypeScript included. */
  load(url: string): Promise<unknown>
  openLedger(options: LedgerOptions): Promise<Ledger>
  /** From here on Ctrl-C stops what is given this signal, and no longer the process; a second one does. */
  interrupted(): AbortSignal
}
