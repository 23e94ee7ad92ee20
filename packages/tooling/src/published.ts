import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './command.ts'

/** A package that npm gets. */
export interface Published {
  readonly name: string
  readonly folder: string
  /** The specifiers a user imports: the package's name, and its name with each subpath. */
  readonly entries: readonly string[]
  /** The source of each entry. */
  readonly sources: Readonly<Record<string, string>>
  /** The declarations built for each entry. */
  readonly declarations: Readonly<Record<string, string>>
}

interface Target {
  readonly 'vanzelf:src': string
  readonly import: { readonly types: string }
}

/** The packages of the repository that are not private. */
export function published(): readonly Published[] {
  return readdirSync(join(repository, 'packages')).flatMap((name) => {
    const folder = join(repository, 'packages', name)
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (manifest.private) return []
    const entries = Object.entries<Target | string>(manifest.exports).flatMap(([subpath, target]) =>
      typeof target === 'object' ? [{ specifier: `${manifest.name}${subpath.slice(1)}`, target }] : [],
    )
    const pathsOf = (file: (target: Target) => string) =>
      Object.fromEntries(entries.map(({ specifier, target }) => [specifier, join(folder, file(target))]))
    const sources = pathsOf((target) => target['vanzelf:src'])
    const declarations = pathsOf((target) => target.import.types)
    return [{ name: manifest.name, folder, entries: Object.keys(sources), sources, declarations }]
  })
}
