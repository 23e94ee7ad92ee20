import type { IsoDate } from '@vanzelf/rules'

/** Where text goes: a terminal, a pipe, a file. */
export interface Outlet {
  write(text: string): unknown
  readonly isTTY?: boolean
  /** How wide a terminal is. */
  readonly columns?: number
}

/** What a command sees of the outside. It is handed over, so that a command can be run and heard without a terminal. */
export interface World {
  readonly cwd: string
  readonly env: { readonly [name: string]: string | undefined }
  readonly today: IsoDate
  readonly out: Outlet
  readonly err: Outlet
  /** Loads a module, TypeScript included. */
  load(url: string): Promise<unknown>
}
