// Checks the directions of all imports: `node scripts/layers.ts`. The rules are in importRules.ts.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'
import { importCycles, folderCycles, tooHigh, tooSmall, wrongDirections, type Import } from './importRules.ts'
import { projectRoot } from './runtimes.ts'

const aliases: Readonly<Record<string, string>> = {
  '#shared/': 'src/shared/',
  '#main/': 'src/main/',
  '#renderer/': 'src/renderer/',
}

/** The target of an import: a path relative to the project, or the package's name as it is written. */
function target(from: string, specifier: string): string {
  const [path = ''] = specifier.split('?')
  if (path.startsWith('.')) return join(dirname(from), path).replaceAll('\\', '/')
  const alias = Object.keys(aliases).find((prefix) => path.startsWith(prefix))
  return alias ? `${aliases[alias]}${path.slice(alias.length)}` : path
}

/**
 * All imports of a file: static, re-exported, dynamic and in types.
 * @param from the file's path, relative to the project
 * @throws Error when the source does not parse
 */
export function importsOf(from: string, source: string): Import[] {
  const { module, errors } = parseSync(from, source)
  if (errors.length > 0) throw new Error(`${from} does not parse`)
  const found = (specifier: string, isType: boolean, names: string[]): Import => ({
    from,
    to: target(from, specifier),
    isType,
    names,
  })
  const entryNames = (entries: readonly { importName: { kind: string; name?: string | null } }[]) =>
    entries.map(({ importName }) => (importName.kind === 'Name' ? (importName.name ?? '') : '*'))
  const allTypes = (entries: readonly { isType: boolean }[]) =>
    entries.length > 0 && entries.every((entry) => entry.isType)
  // `import('…')` as an expression or in a type: either way a dependency.
  const written = [...source.matchAll(/\bimport\(\s*(['"])(.+?)\1/g)]
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) =>
      found(moduleRequest.value, allTypes(entries), entryNames(entries)),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.moduleRequest ? [found(entry.moduleRequest.value, entry.isType, entryNames([entry]))] : [],
      ),
    ),
    ...written.map((match) => found(match[2] ?? '', true, [])),
  ]
}

if (import.meta.main) {
  const files = globSync('{src,tests,scripts,tools}/**/*.{ts,tsx}', { cwd: projectRoot }).map((file) =>
    relative('.', file).replaceAll('\\', '/'),
  )
  const sources = new Map(files.map((file) => [file, readFileSync(join(projectRoot, file), 'utf8')]))
  const imports = [...sources].flatMap(([file, source]) => importsOf(file, source))
  const linesOf = new Map([...sources].map(([file, source]) => [file, source.trimEnd().split('\n').length]))
  const wrong = [
    ...wrongDirections(imports),
    ...importCycles(imports),
    ...folderCycles(imports),
    ...tooHigh(imports),
    ...tooSmall(imports, linesOf),
  ]
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exit(1)
}
