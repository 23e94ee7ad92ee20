import ts from 'typescript'

const stated = /^\/\/ =>\s*(.*)$/

/**
 * Code in which each `// => value` has become a check that the statement before it yields that value.
 * Lines stay where they are, so that a failure points at the page.
 * @param where prefix of error messages: the page and the line before the first
 */
export function checkStatedResults(code: string, where: (line: number) => string): string {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2023, true)
  const edits: { from: number; to: number; text: string }[] = []
  let checked = 0
  for (const statement of source.statements) {
    const value = statedAfter(code, statement.end)
    if (value === undefined) continue
    checked++
    edits.push(checkOf(statement, value, where(lineOf(source, statement.getStart()))))
  }
  const written = [...code.matchAll(/\/\/ =>/g)].length
  if (written !== checked)
    throw new Error(
      `${where(1)}: a \`// =>\` is not right after a statement of the top level, so nothing would check it`,
    )
  return edits.reduceRight((text, { from, to, text: check }) => text.slice(0, from) + check + text.slice(to), code)
}

const lineOf = (source: ts.SourceFile, at: number) => source.getLineAndCharacterOfPosition(at).line + 1

function statedAfter(code: string, end: number): string | undefined {
  const comments = [...(ts.getTrailingCommentRanges(code, end) ?? []), ...(ts.getLeadingCommentRanges(code, end) ?? [])]
  const texts = comments.map(({ pos, end }) => code.slice(pos, end))
  const first = texts.findIndex((text) => stated.test(text))
  if (first === -1) return undefined
  let value = stated.exec(texts[first] ?? '')?.[1] ?? ''
  // A value goes on over the next comments until its brackets are closed.
  for (const more of texts.slice(first + 1)) {
    if (count(value, /[([{]/g) <= count(value, /[)\]}]/g)) break
    value += ` ${more.slice(2).trim()}`
  }
  return value
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function checkOf(statement: ts.Statement, value: string, where: string) {
  const expected = expectationOf(value)
  if (ts.isExpressionStatement(statement)) {
    const printed = argumentOfLog(statement.expression) ?? statement.expression
    const text = `;await __states(async () => (${printed.getText()}), ${expected})`
    return { from: statement.getStart(), to: statement.end, text }
  }
  const [declared] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : []
  if (declared && ts.isIdentifier(declared.name))
    return {
      from: statement.end,
      to: statement.end,
      text: `;await __states(async () => ${declared.name.text}, ${expected})`,
    }
  throw new Error(`${where}: \`// =>\` follows neither an expression nor a declaration of one name`)
}

function argumentOfLog(expression: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'console.log') return undefined
  return expression.arguments.length === 1 ? expression.arguments[0] : undefined
}

function expectationOf(value: string): string {
  const thrown = /^throws\s+`?([^`]+)`?$/.exec(value)?.[1]
  if (thrown !== undefined) return `{ throws: ${JSON.stringify(thrown)} }`
  const partial = value.includes('…')
  return `{ ${partial ? 'atLeast' : 'equals'}: () => (${value.replaceAll(/,?\s*…/g, '')}) }`
}
