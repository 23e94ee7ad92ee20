import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Where a name that an example uses comes from. */
export interface Exported {
  readonly from: string
  readonly isType: boolean
}

/** The names a package exports, each with the entry that exports it; the first entry that does wins. */
export function namesOfPackage(folder: string): ReadonlyMap<string, Exported> {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return new Map()
  const { name, exports = {} }: { name: string; exports?: Record<string, unknown> } = JSON.parse(
    readFileSync(manifest, 'utf8'),
  )
  const names = new Map<string, Exported>()
  for (const [entry, target] of Object.entries(exports)) {
    if (typeof target !== 'object' || target === null || !('vanzelf:src' in target)) continue
    const file = join(folder, String(target['vanzelf:src']))
    if (!existsSync(file)) continue
    for (const [word, isType] of exportsOf(file))
      if (!names.has(word)) names.set(word, { from: `${name}${entry.slice(1)}`, isType })
  }
  return names
}

/** The names a file exports, without following `export *`, which house style does not use. */
export function exportsOf(file: string): ReadonlyMap<string, boolean> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023)
  const names = new Map<string, boolean>()
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      for (const { name, isTypeOnly } of statement.exportClause.elements)
        names.set(name.text, isTypeOnly || statement.isTypeOnly)
    if (!ts.canHaveModifiers(statement)) continue
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations)
        if (ts.isIdentifier(name)) names.set(name.text, false)
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      if (statement.name) names.set(statement.name.text, false)
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      names.set(statement.name.text, true)
  }
  return names
}

/** Every word of some code, and those among them that the code itself declares or imports. */
export function wordsOf(code: string): { readonly used: ReadonlySet<string>; readonly declared: ReadonlySet<string> } {
  const used = new Set<string>()
  const declared = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      used.add(node.text)
      const { parent } = node
      const declares =
        ts.isVariableDeclaration(parent) ||
        ts.isBindingElement(parent) ||
        ts.isFunctionDeclaration(parent) ||
        ts.isParameter(parent) ||
        ts.isImportSpecifier(parent) ||
        ts.isNamespaceImport(parent) ||
        ts.isInterfaceDeclaration(parent) ||
        ts.isTypeAliasDeclaration(parent) ||
        ts.isClassDeclaration(parent)
      if (declares && parent.name === node) declared.add(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2023, true))
  return { used, declared }
}
