// Checks that every key handler of the pages skips keys of the input method: `node scripts/keyRules.ts`.
import { calledBy, nameOf, nodeIn, nodesIn, placeOf, programOf, walk, wrongInPages, type Node } from './parsed.ts'

/** Wraps a handler with the check; any other handler begins with isOfInputMethod. Only the file of both may listen without. */
const askers = new Set(['ourKeys', 'ourEditorKeys'])
const rule = 'src/renderer/ui/inputMethodKeys.ts'

const attribute = /^onKey(Down|Up|Press)(Capture)?$/
const property = /^(onKey(Down|Up|Press)(Capture)?|handleKey(Down|Press)|keydown|keyup|keypress|onkey(down|up|press))$/
const eventName = /^key(down|up|press)$/
const hooks = /^(useHotkeys|getHotkeyHandler)$/

/** Names in the file of handlers that have the check. */
function askingNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>()
  walk(program, (node) => {
    const made = node.type === 'VariableDeclarator' ? nodeIn(node, 'init') : node
    if (made && (made !== node || node.type === 'FunctionDeclaration') && asks(made, new Set()))
      names.add(nameOf(nodeIn(node, 'id')))
  })
  return names
}

/** A function that begins with `if (isOfInputMethod(event)) return`. */
function beginsByAsking(made: Node): boolean {
  const body = nodeIn(made, 'body')
  const [first] = body ? nodesIn(body, 'body') : []
  const test = first?.type === 'IfStatement' ? nodeIn(first, 'test') : null
  const then = first ? nodeIn(first, 'consequent') : null
  return test?.type === 'CallExpression' && calledBy(test) === 'isOfInputMethod' && then?.type === 'ReturnStatement'
}

function asks(handler: Node, names: ReadonlySet<string>): boolean {
  if (handler.type === 'Identifier') return names.has(nameOf(handler))
  if (handler.type === 'ParenthesizedExpression') return asks(nodeIn(handler, 'expression') ?? handler, names)
  if (/Function/.test(handler.type)) return beginsByAsking(handler)
  return handler.type === 'CallExpression' && askers.has(calledBy(handler))
}

/**
 * The places of key handlers without the check, each as "file:line: what it is".
 * @param file its path, relative to the project
 * @throws Error when the source does not parse
 */
export function keyHandlersThatDoNotAsk(file: string, source: string): string[] {
  const root = programOf(file, source)
  const names = askingNames(root)
  const wrong: string[] = []
  const report = (node: Node, what: string) =>
    void wrong.push(`${placeOf(file, source, node)}: ${what} does not ask ourKeys`)
  walk(root, (node) => {
    if (node.type === 'JSXAttribute' && attribute.test(nameOf(nodeIn(node, 'name')))) {
      const value = nodeIn(nodeIn(node, 'value') ?? node, 'expression')
      if (!value || !asks(value, names)) report(node, nameOf(nodeIn(node, 'name')))
    }
    if (node.type === 'Property' && property.test(nameOf(nodeIn(node, 'key'))) && node['kind'] === 'init') {
      const value = nodeIn(node, 'value')
      // In a pattern the property is taken out of something, not given.
      const isGiven = value !== null && value.type !== 'AssignmentPattern' && node['shorthand'] !== true
      if (isGiven && !asks(value, names)) report(node, nameOf(nodeIn(node, 'key')))
    }
    if (node.type === 'CallExpression') {
      const called = calledBy(node)
      const [first, handler] = nodesIn(node, 'arguments')
      const listens =
        /^(addEventListener|useWindowEvent|useEventListener)$/.test(called) && eventName.test(nameOf(first ?? null))
      if (listens && !(handler && asks(handler, names))) report(node, `${called}('${nameOf(first ?? null)}')`)
      if (hooks.test(called)) report(node, called)
    }
    if (node.type === 'AssignmentExpression') {
      const left = nodeIn(node, 'left')
      const name = left?.type === 'MemberExpression' ? nameOf(nodeIn(left, 'property')) : ''
      if (/^onkey(down|up|press)$/.test(name)) report(node, name)
    }
  })
  return wrong
}

if (import.meta.main) {
  const wrong = wrongInPages((file, source) => (file === rule ? [] : keyHandlersThatDoNotAsk(file, source)))
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exit(1)
}
