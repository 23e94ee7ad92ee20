import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { Application, normalizePath, TSConfigReader, type TypeDocOptions } from 'typedoc'
import { repository } from './command.ts'
import { type Published, published } from './published.ts'

const shared: Partial<TypeDocOptions> = {
  basePath: repository,
  displayBasePath: repository,
  disableGit: true,
  gitRevision: 'main',
  sourceLinkTemplate: 'https://github.com/vanzelf/vanzelf/blob/main/{path}#L{line}',
  excludeInternal: true,
  logLevel: 'Warn',
}

const documents = mkdtempSync(join(tmpdir(), 'vanzelf-docs-'))

/** A page whose links lead to the repository: a folder that a page links to would be copied whole, what is installed in it too. */
function pageOf(file: string): string {
  const linked = readFileSync(file, 'utf8').replace(
    /\]\((?!https?:|#)([^)]+)\)/g,
    (_, to: string) =>
      `](https://github.com/vanzelf/vanzelf/blob/main/${normalizePath(relative(repository, join(dirname(file), to)))})`,
  )
  const page = join(documents, `${relative(repository, file).replaceAll(/[\\/]/g, '-')}`)
  writeFileSync(page, linked)
  return page
}

/** What a package exports, as typedoc's document. Its modules are named as its users import them. */
async function documented({ name, folder, sources }: Published): Promise<string> {
  const tsconfig = join(folder, 'tsconfig.json')
  const options = {
    ...shared,
    name,
    readme: pageOf(join(folder, 'README.md')),
    tsconfig,
    entryPoints: Object.values(sources),
  }
  const typedoc = await Application.bootstrap(options, [new TSConfigReader()])
  const entries = Object.keys(sources)
  const modules = typedoc.getEntryPoints()?.map((entry, index) => ({ ...entry, displayName: entries[index] ?? name }))
  if (modules === undefined) throw new Error(`${name} cannot be documented`)
  const project = typedoc.converter.convert(modules)
  typedoc.validate(project)
  if (typedoc.logger.hasErrors()) throw new Error(`${name} cannot be documented`)
  return JSON.stringify(typedoc.serializer.projectToObject(project, normalizePath(process.cwd())))
}

try {
  for (const one of published())
    writeFileSync(join(documents, `${one.name.slice(1).replace('/', '-')}.json`), await documented(one))
  const typedoc = await Application.bootstrapWithPlugins({
    ...shared,
    name: 'Vanzelf',
    entryPointStrategy: 'merge',
    entryPoints: [join(documents, '*.json')],
    readme: pageOf(join(repository, 'README.md')),
    plugin: ['typedoc-plugin-markdown'],
    out: join(repository, 'docs/api'),
  })
  const project = await typedoc.convert()
  if (project === undefined) throw new Error('the documents of the packages cannot be merged')
  await typedoc.generateOutputs(project)
  if (typedoc.logger.hasErrors()) process.exitCode = 1
  else console.log('written: docs/api')
} finally {
  rmSync(documents, { recursive: true, force: true })
}
