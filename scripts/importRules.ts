// The directions in which the parts of the app may import each other, and the check of them on parsed imports.

/** One import of one file. Paths are relative to the project with forward slashes; packages keep their name. */
export interface Import {
  readonly from: string
  readonly to: string
  /** Erased before the program runs. */
  readonly isType: boolean
  readonly names: readonly string[]
}

interface Rule {
  readonly reason: string
  readonly forbids: (found: Import) => boolean
}

const isIn = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
const isPackage = (path: string) => !isIn(path, 'src', 'tests', 'scripts', 'tools', 'resources')
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const serviceOf = (path: string) => /^src\/main\/services\/([^/]+)\//.exec(path)?.[1]
/** A feature, or a library that several screens are made of. */
const roomOf = (path: string) => /^src\/renderer\/(features\/[^/]+|figure|noteEditor)\//.exec(path)?.[1]

/** What a folder may import of the project beside its own files. Tests may also use what tests share. */
const may = (folder: string, ...allowed: string[]): Rule => ({
  reason: `beside its own files ${folder} may import only from ${allowed.join(', ') || 'packages'}`,
  forbids: ({ from, to }) =>
    isIn(from, folder) && !isPackage(to) && !isIn(to, folder, ...allowed) && !(isTest(from) && isIn(to, 'tests')),
})

/** Packages that a folder must not know. Tests beside the source may. */
const never = (folder: string, packages: RegExp): Rule => ({
  reason: `${folder} must not know this package`,
  forbids: ({ from, to }) => isIn(from, folder) && !isTest(from) && isPackage(to) && packages.test(to),
})

const screens = /^(react|react-dom|@mantine|@tiptap|@tabler|wouter)(\/|$)/
const machine = /^(node:|electron$|better-sqlite3|drizzle-orm)/
/** What main's folders share: errors, traces, and file operations. */
const files = [
  'src/main/appError.ts',
  'src/main/durable.ts',
  'src/main/fileErrors.ts',
  'src/main/ordinaryFile.ts',
  'src/main/ownCode.ts',
  'src/main/renaming.ts',
  'src/main/zone.ts',
]
const interfaces = 'src/main/services/services.ts'

const rules: readonly Rule[] = [
  may('src/shared'),
  never('src/shared', new RegExp(`${screens.source}|${machine.source}`)),
  may('src/preload', 'src/shared/contract'),
  may('src/renderer', 'src/shared'),
  may('src/renderer/figure', 'src/shared', 'src/renderer/ui'),
  may(
    'src/renderer/noteEditor',
    'src/shared',
    'src/renderer/ui',
    'src/renderer/clipboard',
    'src/renderer/bridge/workspace.ts',
  ),
  {
    reason: 'the note editor knows no session',
    forbids: ({ from, to }) =>
      isIn(from, 'src/renderer/noteEditor') &&
      isIn(to, 'src/shared/contract/sessions.ts', 'src/shared/domain/session.ts'),
  },
  may('src/renderer/documents', 'src/shared', 'src/renderer/ui', 'src/renderer/bridge', 'src/renderer/figure'),
  never('src/renderer', machine),
  may('src/main', 'src/shared'),
  never('src/main', screens),
  may('src/main/database', 'src/shared', ...files),
  may('src/main/records', 'src/shared', ...files, 'src/main/database'),
  may('src/main/jobs', 'src/shared', ...files),
  may(
    'src/main/services',
    'src/shared',
    ...files,
    'src/main/jobs',
    'src/main/records',
    'src/main/database',
    'src/main/vault',
  ),
  never('src/main/database', /^electron$/),
  never('src/main/records', /^electron$/),
  // It runs work and does none: reading and writing are up to the job.
  never('src/main/jobs', machine),
  never('src/main/services', /^electron$/),
  never('src/main/vault', /^electron$/),
  {
    reason: 'only src/main/ipc registers handlers on ipcMain',
    forbids: ({ from, to, names }) =>
      isIn(from, 'src') &&
      to === 'electron' &&
      names.some((name) => ['ipcMain', '*'].includes(name)) &&
      !isIn(from, 'src/main/ipc'),
  },
  {
    reason: 'only records, services, and the vault that opens it, know the database',
    forbids: ({ from, to }) =>
      isIn(to, 'src/main/database') &&
      !isIn(from, 'src/main/database', 'src/main/records', 'src/main/services', 'src/main/vault') &&
      isIn(from, 'src'),
  },
  {
    reason: 'shell and vault know services by interface only',
    forbids: ({ from, to, isType }) =>
      isIn(from, 'src/main/shell', 'src/main/vault') && isIn(to, 'src/main/services') && to !== interfaces && !isType,
  },
  {
    reason: 'the shell and the vault do not reach for the bridge',
    forbids: ({ from, to }) => isIn(from, 'src/main/shell', 'src/main/vault') && isIn(to, 'src/main/ipc'),
  },
  {
    reason: 'a feature or a library of the screens is entered by its index.ts, not by its insides',
    forbids: ({ from, to }) => {
      const room = roomOf(to)
      return room !== undefined && roomOf(from) !== room && isIn(from, 'src') && !/\/index\.tsx?$/.test(to)
    },
  },
  {
    reason: 'no service imports another: what two of them need is a record, or stands above both',
    forbids: ({ from, to }) => {
      const service = serviceOf(to)
      return (
        service !== undefined && ![undefined, service, 'demo', 'process'].includes(serviceOf(from)) && !isTest(from)
      )
    },
  },
  {
    reason: 'what all screens share knows no screen',
    forbids: ({ from, to }) =>
      isIn(from, 'src/renderer/ui', 'src/renderer/bridge', 'src/renderer/clipboard') &&
      isIn(to, 'src/renderer/features', 'src/renderer/documents', 'src/renderer/app'),
  },
  {
    reason: 'screens know the frame around them by its routes and theme only',
    forbids: ({ from, to }) =>
      isIn(from, 'src/renderer/features', 'src/renderer/documents') &&
      isIn(to, 'src/renderer/app') &&
      !isIn(to, 'src/renderer/app/routes.ts', 'src/renderer/app/theme.ts'),
  },
  {
    reason: 'the app does not depend on its tests and tools',
    forbids: ({ from, to }) => isIn(from, 'src') && !isTest(from) && isIn(to, 'tests', 'scripts', 'tools'),
  },
]

/** Every import in a wrong direction, as sentences. */
export function wrongDirections(imports: readonly Import[]): string[] {
  return imports.flatMap((found) =>
    rules.filter((rule) => rule.forbids(found)).map((rule) => `${found.from} imports ${found.to}: ${rule.reason}`),
  )
}

/** Every cycle of imports at run time, as sentences. */
export const importCycles = (imports: readonly Import[]): string[] =>
  cyclesOf(imports.filter(({ isType, to }) => !isType && !isPackage(to)))

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))

/** The layers of main's folders. */
const houses = ['src/main', 'src/renderer/features/session']

/**
 * Every cycle between folders of main, or of the session's screen, types too, as sentences: each of them would have to be
 * read to understand the other. A folder and those within it are one.
 */
export const folderCycles = (imports: readonly Import[]): string[] =>
  cyclesOf(
    imports
      .filter(({ from, to }) => houses.some((house) => isIn(from, house) && isIn(to, house)) && !isTest(from))
      .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
      .filter(({ from, to }) => !isIn(from, to) && !isIn(to, from)),
  )

/** A module of so many lines that one other file in its folder uses, and nothing else, belongs into that file. */
const fewLines = 30

/** They put one piece for each thing together, however small it is: operations by room, tables, steps of the schema. */
const registries = [
  'src/shared/contract/contract.ts',
  'src/main/database/repositories/repositories.ts',
  'src/main/database/migrations/migrations.ts',
]

/**
 * Every module that is too small to be a file, as sentences. What has a test of its own is tried without the file that uses it,
 * and stays; an index.ts uses nothing, it lets others in.
 * @param linesOf how many lines each file has
 */
export function tooSmall(imports: readonly Import[], linesOf: ReadonlyMap<string, number>): string[] {
  const users = Map.groupBy(
    imports.filter(({ from }) => isIn(from, 'src') && !isTest(from)),
    ({ to }) => to,
  )
  return [...linesOf]
    .filter(([file, lines]) => lines <= fewLines && isIn(file, 'src') && !isTest(file) && !linesOf.has(testOf(file)))
    .flatMap(([file, lines]) => {
      const [user, ...others] = new Set(users.get(file)?.map(({ from }) => from))
      if (user === undefined || others.length > 0 || folderOf(user) !== folderOf(file)) return []
      if (registries.includes(user) || user.endsWith('/index.ts')) return []
      return [`${file} has ${lines} lines and only ${user} uses it: it belongs into that file`]
    })
}

const testOf = (file: string) => file.replace(/\.(tsx?)$/, '.test.$1')

/** How many folders within one folder may stand on each other, the files beside them included. */
const mostFloors = 3

/** What is made of layers, whose directions are ruled above, and the features, which meet through each other's index.ts. */
const withoutFloors = ['src', 'src/main', 'src/renderer', 'src/renderer/features']

/**
 * Every folder of the app in which folders stand on each other higher than that, as sentences. The files beside the folders are the
 * top floor; what a folder takes from them counts for nothing.
 */
export function tooHigh(imports: readonly Import[]): string[] {
  const steps = imports
    .filter(({ from, to }) => isIn(from, 'src') && isIn(to, 'src') && !isTest(from))
    .flatMap(({ from, to }) => {
      const house = houseOfBoth(from, to)
      const [upper, lower] = [roomIn(house, from), roomIn(house, to)]
      return withoutFloors.includes(house) || lower === null ? [] : [{ house, upper: upper ?? 'its files', lower }]
    })
  return [...Map.groupBy(steps, ({ house }) => house)].flatMap(([house, within]) => {
    const under = Map.groupBy(within, ({ upper }) => upper)
    const highest = (room: string, above: readonly string[]): readonly string[] => {
      if (above.includes(room)) return above
      const chains = (under.get(room) ?? []).map(({ lower }) => highest(lower, [...above, room]))
      return chains.toSorted((one, other) => other.length - one.length)[0] ?? [...above, room]
    }
    const chain = [...under.keys()]
      .map((room) => highest(room, []))
      .toSorted((one, other) => other.length - one.length)[0]
    if (chain === undefined || chain.length <= mostFloors) return []
    return [`${house} has ${chain.length} floors, not ${mostFloors}: ${chain.join(' → ')}`]
  })
}

/** The innermost folder that holds both files. */
function houseOfBoth(one: string, other: string): string {
  const [folders, others] = [folderOf(one).split('/'), folderOf(other).split('/')]
  const parted = folders.findIndex((folder, at) => folder !== others[at])
  return (parted < 0 ? folders : folders.slice(0, parted)).join('/')
}

/** The folder within a house that a file is in; null when it lies beside the folders. */
const roomIn = (house: string, path: string): string | null =>
  /^([^/]+)\//.exec(path.slice(house.length + 1))?.[1] ?? null

function cyclesOf(imports: readonly Pick<Import, 'from' | 'to'>[]): string[] {
  const targets = Map.groupBy(imports, ({ from }) => from)
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.push(`a circle: ${[...path.slice(at), file].join(' → ')}`)
    if (at >= 0 || done.has(file)) return
    for (const { to } of targets.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return found
}
