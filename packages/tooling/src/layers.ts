import { cruise, type IRegularForbiddenRuleType } from 'dependency-cruiser'
import { type Problem, repository } from './command.ts'

/** Top to bottom: what lives in a layer imports only from layers below it. */
const layers = [
  ['examples/[^/]+', 'docs', 'packages/benchmarks', 'packages/torture'],
  ['packages/create-vanzelf', 'packages/cli'],
  ['packages/policy-(?!set/)[^/]+'],
  ['packages/magda', 'packages/tables'],
  ['packages/proactive'],
  ['packages/ledger'],
  ['packages/delivery'],
  ['packages/sql'],
  ['packages/policy-set'],
  ['packages/source-(?!population-register/)[^/]+'],
  // Where people live, other sources speak of too.
  ['packages/source-population-register'],
  ['packages/source'],
  ['packages/rules'],
] as const

const anyOf = (paths: readonly string[]) => `^(${paths.join('|')})/`
const sources = '/src/'
const tests = '\\.(test|test-d)\\.ts$|\\.property\\.test\\.ts$'
const apps = layers[0]
const inBrowsers = ['packages/rules', 'packages/source', 'packages/source-[^/]+', 'packages/policy-[^/]+']

const rules: readonly (IRegularForbiddenRuleType & { readonly name: string })[] = [
  ...layers.slice(1).map((layer, index) => ({
    name: `layers: ${layer.join(', ')}`,
    comment: 'a package imports only from the layers below it',
    // The second group keeps a package free to import itself.
    from: { path: `${anyOf(layer).slice(0, -1)}${sources}`, pathNot: tests },
    to: { path: anyOf([...layers.slice(0, index + 1).flat(), ...layer]), pathNot: '^$1/' },
  })),
  {
    name: 'layers: policies',
    comment: 'a policy imports rules, source-* and sets of policies only: another city runs it on its own systems',
    from: { path: `^(packages/policy-[^/]+)${sources}`, pathNot: tests },
    to: { path: '^packages/', pathNot: '^packages/(rules|policy-set|source-[^/]+)/|^$1/' },
  },
  {
    name: 'layers: testing',
    comment: 'testing is imported by tests, examples and pages only',
    from: { path: `^(packages/[^/]+)${sources}`, pathNot: [tests, '^packages/(testing|benchmarks|torture)/'] },
    to: { path: '^packages/testing/' },
  },
  {
    name: 'layers: testing below apps',
    comment: 'testing imports any package, but no app',
    from: { path: '^packages/testing/' },
    to: { path: anyOf(apps) },
  },
  {
    name: 'layers: tooling',
    comment: 'tooling serves configuration and tests only',
    from: { path: sources, pathNot: [tests, '^packages/tooling/'] },
    to: { path: '^packages/tooling/' },
  },
  {
    name: 'runs in a browser',
    comment: 'rules, source, source-* and policy-* import nothing of Node',
    // Pseudonyms are an entry of their own, for servers.
    from: {
      path: `${anyOf(inBrowsers).slice(0, -1)}${sources}`,
      pathNot: [tests, '^packages/source/src/pseudonyms\\.ts$'],
    },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'rules stay small',
    comment: '@vanzelf/rules depends on date-fns and zod only',
    from: { path: `^packages/rules${sources}`, pathNot: tests },
    to: { path: 'node_modules', pathNot: 'node_modules/(date-fns|zod)/' },
  },
  {
    name: 'no cycles',
    comment: 'a cycle between files is a bug, type imports included',
    from: { path: sources, pathNot: tests },
    to: { circular: true },
  },
  {
    name: 'resolves',
    comment: 'every import leads to a file',
    from: { path: sources },
    to: { couldNotResolve: true },
  },
]

/** Breaches of the layers and cycles between files, in a sentence each. */
export async function breaches(): Promise<Problem> {
  const { output } = await cruise(
    ['packages', 'examples', 'docs'],
    {
      baseDir: repository,
      validate: true,
      ruleSet: { forbidden: rules.map((rule) => ({ ...rule, severity: 'error' as const })) },
      exclude: { path: '/dist/|/\\.examples/' },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['vanzelf:src', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  )
  if (typeof output === 'string') return output
  const { violations, totalCruised } = output.summary
  if (totalCruised === 0) return 'no file was looked at'
  if (violations.length === 0) return undefined
  return violations
    .map(({ from, to, rule, cycle }) => {
      const comment = rules.find(({ name }) => name === rule.name)?.comment ?? rule.name
      return `${from} imports ${cycle?.map(({ name }) => name).join(', which imports ') ?? to}: ${comment}`
    })
    .join('\n')
}
