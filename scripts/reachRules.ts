// Checks that no part of the pages reaches into another through the page's markup: `node scripts/reachRules.ts`.
//
// A part that others move the focus to registers itself by name (ui/places.tsx), and what is emphasized is state. What a part
// rendered itself it finds through a ref; but not by words that are written for people, which change with them.
import { calledBy, nodeIn, nodesIn, placeOf, programOf, walk, wrongInPages, type Node } from './parsed.ts'

const reaching =
  /^(querySelector|querySelectorAll|closest|matches|getElementById|getElementsBy\w+|elements?FromPoint|dispatchEvent|click)$/
const down = /^querySelector(All)?$/

interface Exception {
  /** A file of src/renderer, or a folder with its slash. */
  readonly within: string
  readonly calls: readonly string[]
  readonly reason: string
}

const exceptions: readonly Exception[] = [
  {
    within: 'figure/',
    calls: ['querySelector', 'querySelectorAll', 'closest', 'matches'],
    reason: 'regions, marks and figures carry their ids, and one listener hears a whole drawing',
  },
  { within: 'figure/stage/Loupe.tsx', calls: ['elementsFromPoint'], reason: 'copies the figure under the finger' },
  {
    within: 'features/visits/VisitFigure.tsx',
    calls: ['closest'],
    reason: 'one listener hears a whole drawing, also its own marks',
  },
  {
    within: 'features/session/note/findingLink.ts',
    calls: ['closest'],
    reason: 'the marks of the editor’s own document',
  },
  { within: 'noteEditor/phrases/phrases.ts', calls: ['closest'], reason: 'the marks of the editor’s own document' },
  {
    within: 'noteEditor/freshSelection.ts',
    calls: ['dispatchEvent'],
    reason: 'informs the editor’s library of a selection that the browser has moved already',
  },
  { within: 'bridge/bridge.ts', calls: ['dispatchEvent'], reason: 'an event target of its own, no element' },
  {
    within: 'ui/places.tsx',
    calls: ['querySelector'],
    reason: 'the first stop in an element that the part itself hands in',
  },
  {
    within: 'ui/firstFocus.tsx',
    calls: ['querySelector'],
    reason: 'the first wrong box in a form that the form itself hands in',
  },
  {
    within: 'ui/keepFocus.ts',
    calls: ['querySelector', 'querySelectorAll', 'closest', 'matches'],
    reason: 'the one owner of where the keyboard goes when what had it is gone',
  },
  {
    within: 'ui/firstFocus.tsx',
    calls: ['closest'],
    reason: 'whether a screen or a dialog has the keyboard already',
  },
  {
    within: 'ui/shortcuts.ts',
    calls: ['closest', 'querySelector'],
    reason: 'whether a key was pressed in a text or in a dialog',
  },
  { within: 'ui/VirtualList.tsx', calls: ['closest'], reason: 'the row of its own in which something happened' },
  { within: 'ui/notifyWithUndo.tsx', calls: ['closest'], reason: 'whether a key was pressed in a text' },
  { within: 'features/bodymap/marking/mapKeys.ts', calls: ['closest'], reason: 'whether a key was pressed in a text' },
  { within: 'features/bodymap/map/FindPlace.tsx', calls: ['closest'], reason: 'whether a key was pressed in a text' },
  { within: 'app/Practice.tsx', calls: ['closest'], reason: 'the link that was pressed, whoever drew it' },
  { within: 'app/main.tsx', calls: ['getElementById'], reason: 'where the page begins' },
  { within: 'documents/printMain.tsx', calls: ['getElementById'], reason: 'where the page begins' },
]

const isWithin = (file: string, within: string) =>
  within.endsWith('/') ? file.startsWith(`src/renderer/${within}`) : file === `src/renderer/${within}`

/** The object of a member expression, without parentheses and assertions. */
function objectOf(member: Node): Node | null {
  let object = nodeIn(member, 'object')
  while (object && /^(Parenthesized|TSNonNull|TSAs)Expression$/.test(object.type)) object = nodeIn(object, 'expression')
  return object?.type === 'ChainExpression' ? nodeIn(object, 'expression') : object
}

/** `ref.current`: what the part rendered itself. */
function isOwn(object: Node | null): boolean {
  const property = object?.type === 'MemberExpression' ? nodeIn(object, 'property') : null
  return property?.['name'] === 'current'
}

/** Whether elements are searched by words that are written for people. */
const asksForWords = (call: Node, source: string): boolean =>
  nodesIn(call, 'arguments').some((argument) => {
    const end = argument['end']
    return typeof end === 'number' && /\baria-/.test(source.slice(argument.start, end))
  })

/**
 * Where a file reaches into the page's markup, each as "file:line: what it does".
 * @param file its path, relative to the project
 * @param used called with every exception that was needed
 * @throws Error when the source does not parse
 */
export function reachesOf(file: string, source: string, used: (exception: Exception) => void = () => undefined) {
  const wrong: string[] = []
  walk(programOf(file, source), (node) => {
    const callee = node.type === 'CallExpression' ? nodeIn(node, 'callee') : null
    const member = callee?.type === 'ChainExpression' ? nodeIn(callee, 'expression') : callee
    const called = node.type === 'CallExpression' ? calledBy(node) : ''
    if (member?.type !== 'MemberExpression' || !reaching.test(called)) return
    const isItself = isOwn(objectOf(member)) && (down.test(called) ? !asksForWords(node, source) : called === 'click')
    if (isItself) return
    const exception = exceptions.find(({ within, calls }) => isWithin(file, within) && calls.includes(called))
    if (exception) return used(exception)
    wrong.push(`${placeOf(file, source, node)}: ${called} reaches into what another part drew`)
  })
  return wrong
}

if (import.meta.main) {
  const needed = new Set<Exception>()
  const wrong = [
    ...wrongInPages((file, source) => reachesOf(file, source, (exception) => needed.add(exception))),
    ...exceptions
      .filter((exception) => !needed.has(exception))
      .map(({ within, reason }) => `scripts/reachRules.ts: nothing in ${within} needs this exception: ${reason}`),
  ]
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exit(1)
}
