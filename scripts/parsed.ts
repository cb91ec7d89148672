// Parsed source, for the checks that read it: walking its nodes, and their names.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { projectRoot } from './runtimes.ts'

export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
export const nodeIn = (node: Node, key: string): Node | null => (isNode(node[key]) ? node[key] : null)
export const nodesIn = (node: Node, key: string): readonly Node[] => {
  const list = node[key]
  return Array.isArray(list) ? list.filter(isNode) : []
}

export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
}

/** The name of an identifier, a plain property or a text. */
export function nameOf(node: Node | null): string {
  if (!node) return ''
  if (node.type === 'Literal') return String(node['value'])
  return typeof node['name'] === 'string' ? node['name'] : ''
}

/** The name of the called function: `x()` or `y.x()`. */
export function calledBy(node: Node): string {
  const callee = nodeIn(node, 'callee')
  return nameOf(callee?.type === 'MemberExpression' ? nodeIn(callee, 'property') : callee)
}

/**
 * The program of a file.
 * @throws Error when the source does not parse
 */
export function programOf(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} does not parse`)
  return program as unknown as Node
}

/** "file:line" of a node. */
export const placeOf = (file: string, source: string, node: Node): string =>
  `${file}:${source.slice(0, node.start).split('\n').length}`

/** The problems in the sources of the pages, except their tests. */
export function wrongInPages(check: (file: string, source: string) => readonly string[]): readonly string[] {
  return globSync('src/renderer/**/*.{ts,tsx}', { cwd: projectRoot })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) => check(file, readFileSync(join(projectRoot, file), 'utf8')))
}
