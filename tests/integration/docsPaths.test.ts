// What the documents name is there: files, folders, and the places that links lead to.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const found = (patterns: string[]) => globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'))
const documents = found(['*.md', 'docs/**/*.md']).toSorted()
const kept = found(['{src,scripts,tests,tools,docs,resources}/**', '*.*'])
const folders = new Set(kept.flatMap((path) => path.split('/').slice(0, -1)))

/** The text without its blocks of code, which show what is to be written and not what is there. */
const proseOf = (text: string) => text.replaceAll(/^```[\s\S]*?^```/gm, '')

/** Whether something written as code is a file, or a folder below one of ours. */
function isPath(named: string): boolean {
  const [first = '', ...rest] = named.split('/')
  return /\w\.(ts|tsx|cjs|sql|c)$/.test(named) || (rest.length > 0 && folders.has(first))
}

/** Every path from the root, and in the text also what is written from a later folder on (`shell/offline.ts`). */
const namedPaths = (text: string) => [
  ...[...text.matchAll(/(?<![\w./-])(?:src|scripts|tests|tools|docs|resources)\/[\w./-]*\w(?![\w*<{])/g)].map(
    ([named]) => named,
  ),
  ...[...proseOf(text).matchAll(/`([\w./-]+)`/g)].map(([, named = '']) => named.replace(/\/$/, '')).filter(isPath),
]

/** Whether a file or folder is called so, written from the root or from any folder on. */
const isThere = (named: string) => kept.some((path) => path === named || path.endsWith(`/${named}`))

const linksOf = (text: string) =>
  [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to = '']) => (/^[a-z]+:/.test(to) ? [] : [to]))

/** The anchors of a document's headings, as the sites that show it make them. */
const anchorsOf = (text: string) =>
  [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8')

  it('names only files and folders that exist', () => {
    expect(namedPaths(text).filter((named) => !isThere(named))).toEqual([])
  })

  it('links only to files and headings that exist', () => {
    const broken = linksOf(text).filter((to) => {
      const [path = '', anchor] = to.split('#')
      const target = path === '' ? join(root, document) : resolve(root, dirname(document), path)
      if (!existsSync(target) || relative(root, target).startsWith('..')) return true
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})
