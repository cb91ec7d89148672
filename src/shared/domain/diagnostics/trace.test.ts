import {
  anything,
  array,
  assert,
  constantFrom,
  integer,
  property,
  record,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorNames } from './errorNames.ts'
import { pageTrace, readPageTrace, readTrace, scrubTrace, trace, type OwnCode } from './trace.ts'

const saving = `import { x } from './x.js'
function save(input) {
  return put(input)
}
const load = async () => { }
class Store {
  put(row) {
    throw new Error(row)
  }
  plan: (a) => a
}
// let Mara be. A class Silva, a function Okafor.
const words = 'Thursday'
`
const texts: Readonly<Record<string, string>> = {
  'main/index.js': saving,
  'main/chunks/store-A1b2C3d4.js': saving,
  'renderer/assets/index-A6sN_zCi.js': 'a'.repeat(5000),
  'main/services/index.js': 'one line',
}
const code: OwnCode = { files: Object.keys(texts), textOf: (file) => texts[file] ?? '' }

const scrubbed = (thrown: unknown) => scrubTrace(readTrace(thrown), code)
const thrownWith = (stack: string, more: object = {}) => Object.assign(new Error(), { stack, ...more })
const framesOf = (stack: string, more: object = {}) => scrubbed(thrownWith(stack, more))[0]?.frames

describe('a stack', () => {
  it('of our own code keeps its files, places, functions and the class of the error', () => {
    const stack = `TypeError: of Mara Silva
    at Store.put (file:///home/mara/palpate/out/main/chunks/store-A1b2C3d4.js:8:11)
    at async save (/opt/Palpate/resources/app.asar/out/main/index.js:3:10)
    at load [as Mara] (C:\\Program Files (x86)\\Palpate\\resources\\app.asar\\out\\main\\index.js:5:3)
    at new Store (main/index.js:6:1)
    at palpate.app/assets/index-A6sN_zCi.js:1:4999`
    expect(scrubbed(Object.assign(new TypeError('of Mara Silva'), { stack }))).toEqual([
      {
        name: 'TypeError',
        frames: [
          'main/chunks/store-A1b2C3d4.js:8:11 put',
          'main/index.js:3:10 save',
          'main/index.js:5:3 load',
          'main/index.js:6:1 Store',
          'renderer/assets/index-A6sN_zCi.js:1:4999',
        ],
      },
    ])
  })

  it.each([
    ['a file of somebody else', '    at save (/home/mara/other.js:1:1)'],
    ['a file whose name only ends like ours', '    at save (/home/mara/my-index.js:1:1)'],
    ['a line that the file does not have', '    at save (main/index.js:5550100:1)'],
    ['a column that the line does not have', '    at save (main/index.js:2:4711)'],
    ['line 0', '    at save (main/index.js:0:1)'],
    ['Node itself', '    at node:internal/process/task_queues:103:5'],
    ['text that was evaluated', '    at eval (eval at save (main/index.js:2:1), <anonymous>:1:1)'],
    ['a list of promises', '    at async Promise.all (index 0)'],
    ['other words', 'main/index.js:2:1'],
  ])('with %s leaves that step out', (_, step) => {
    expect(framesOf(`Error\n${step}\n    at save (main/index.js:2:1)`)).toEqual(['main/index.js:2:1 save'])
  })

  it.each([
    'Mara',
    'Silva',
    'Okafor',
    'Thursday',
    'be',
    'x',
    'Mara Silva',
    '<anonymous>',
    'save Mara',
    'Store.put.Mara',
  ])('with a function called %s, which our code does not define, keeps its place alone', (name) => {
    expect(framesOf(`Error\n    at ${name} (main/index.js:2:1)`)).toEqual(['main/index.js:2:1'])
  })

  it('whose message looks like steps has only the steps behind it', () => {
    const message = 'Mara\n    at save (main/index.js:2:1)\n    at save (main/index.js:3:1)'
    expect(framesOf(`Error: ${message}\n    at load (main/index.js:5:1)`, { message })).toEqual([
      'main/index.js:5:1 load',
    ])
  })

  it('of several files with one name has the one whose folders fit best', () => {
    expect(framesOf('Error\n    at /x/main/services/index.js:1:1\n    at /x/main/index.js:1:1')).toEqual([
      'main/services/index.js:1:1',
      'main/index.js:1:1',
    ])
  })

  it('without end is cut', () => {
    const step = '    at save (main/index.js:2:1)\n'
    expect(framesOf(`Error\n${step.repeat(10_000)}`)).toHaveLength(12)
  })
})

describe('an error', () => {
  it('has its causes with it, outermost first, three in all, also when they go in a circle', () => {
    const inner = new RangeError('Mara')
    const outer = new Error('Silva', { cause: new TypeError('Okafor', { cause: inner }) })
    inner.cause = outer
    expect(scrubbed(outer).map(({ name }) => name)).toEqual(['Error', 'TypeError', 'RangeError'])
  })

  it.each([
    ['a class of its own', new (class Mara extends Error {})()],
    ['a name that was set', Object.assign(new Error(), { name: 'Mara', constructor: undefined })],
    ['no error', 'Mara Silva'],
    ['nothing', undefined],
    [
      'one that refuses to be read',
      new Proxy(new Error(), {
        get: () => {
          throw new Error('Mara')
        },
      }),
    ],
  ])('thrown as %s is “other” or what it is built on', (_, thrown) => {
    expect(['Error', 'other']).toContain(scrubbed(thrown)[0]?.name)
  })
})

const planted = 'Zymurgiana'
/** Words of clients, paths, keys, other scripts, and what breaks lines and patterns. */
const evil: Arbitrary<string> = tuple(
  constantFrom('', planted, `${planted} Müller`, `/home/${planted}/x`, `C:\\Users\\${planted}\\x`, `${planted}安娜🤕`),
  string({ unit: 'binary', maxLength: 20 }),
  constantFrom(
    planted,
    `\n    at ${planted} (main/index.js:2:1)`,
    `\n    at save (/home/${planted}/main/index.js:2:1)`,
    `\n    at ${planted} (/x/${planted}.js:2:1)`,
    `\n    at Object.${planted} [as save] (main/index.js:3:1)`,
    `x'${'0123456789abcdef'.repeat(4)}'`,
    `\u202e\u2028${planted}\u0000`,
    '(((((',
  ),
).map((parts) => parts.join(''))

/** A function that is called like that, and throws. */
const throwerCalled = (name: string, error: unknown) =>
  ({
    [name]: () => {
      throw error
    },
  })[name] as () => never

const thrownBy = (run: () => never): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

/** The error of a function that is called like that itself. */
const throwNow = (name: string): unknown =>
  thrownBy(
    {
      [name]: (): never => {
        throw new Error()
      },
    }[name] as () => never,
  )

const evilErrors: Arbitrary<unknown> = record({
  words: array(evil, { minLength: 5, maxLength: 5 }),
  kind: constantFrom('message', 'name', 'class', 'function', 'cause', 'aggregate', 'stack', 'thrown text', 'property'),
}).map(({ words, kind }) => {
  const [a = '', b = '', c = '', d = '', e = ''] = words
  switch (kind) {
    case 'message':
      return new Error(a)
    case 'name':
      return Object.assign(new Error(a), { name: b, stack: `${b}: ${a}\n${c}` })
    case 'class':
      return new ({ [a]: class extends Error {} }[a] as typeof Error)(b)
    case 'function':
      return thrownBy(throwerCalled(a, new TypeError(b)))
    case 'cause':
      return new Error(a, { cause: new RangeError(b, { cause: c }) })
    case 'aggregate':
      return new AggregateError([new Error(a), b, { c }], d, { cause: new AggregateError([e], a) })
    case 'stack':
      return Object.assign(new Error(a), {
        stack: `Error: ${a}\n    at ${b} (main/index.js:2:1)\n    at save (${c}:3:1)\n${d}\n    at ${e}/main/index.js:2:1`,
      })
    case 'property':
      return Object.assign(new Error(a), { code: b, [c]: d, cause: { message: e, stack: e, name: e } })
    default:
      return a
  }
})

it('a function that was given a client’s name when it was made is named by its place alone', () => {
  const thisFile: OwnCode = {
    files: ['diagnostics/trace.test.ts'],
    textOf: () => readFileSync(import.meta.filename, 'utf8'),
  }
  const thrown = throwNow(planted)
  const scrubbedTrace = JSON.stringify(scrubTrace(readTrace(thrown), thisFile))
  expect(scrubbedTrace).toMatch(/"diagnostics\/trace\.test\.ts:\d+:\d+",.*trace\.test\.ts:\d+:\d+ thrownBy"/)
  expect(scrubbedTrace).not.toContain(planted)
  expect((thrown as Error).stack).toContain(planted)
})

describe('whatever is thrown', () => {
  const allowed = [
    ...errorNames,
    ...Object.keys(texts),
    'save',
    'load',
    'Store',
    'put',
    'plan',
    'name',
    'frames',
  ].toSorted((a, b) => b.length - a.length)
  /** What is left when everything that may be stored is taken away. */
  const rest = (text: string) =>
    allowed.reduce((left, word) => left.replaceAll(word, ''), text).replaceAll(/[[\]{}",: \d]/g, '')

  it('leaves nothing but our own names and numbers, in a form that the file takes', () => {
    assert(
      property(evilErrors, (thrown) => {
        const scrubbedTrace = scrubbed(thrown)
        const text = JSON.stringify(scrubbedTrace)
        expect(text).not.toContain(planted)
        expect(rest(text)).toBe('')
        expect(trace.parse(scrubbedTrace)).toEqual(scrubbedTrace)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves as little where any value at all is thrown', () => {
    assert(
      property(
        anything({ withNullPrototype: true, withBigInt: true }),
        (thrown) => rest(JSON.stringify(scrubbed(thrown))) === '',
      ),
    )
  })

  it('leaves numbers only that the file has at that place', () => {
    assert(
      property(integer({ min: -5, max: 1e9 }), integer({ min: -5, max: 1e9 }), (line, column) => {
        const frames = framesOf(`Error\n    at save (main/index.js:${line}:${column})`) ?? []
        const length = saving.split('\n')[line - 1]?.length ?? -1
        expect(frames).toEqual(column >= 1 && column <= length + 1 ? [`main/index.js:${line}:${column} save`] : [])
      }),
    )
  })

  it('leaves a page as a bare name of a script and two numbers, which main can look up', () => {
    assert(
      property(evilErrors, (thrown) => {
        const pageErrors = readPageTrace(thrown)
        expect(pageTrace.parse(pageErrors)).toEqual(pageErrors)
        for (const { functionName } of pageErrors.flatMap(({ frames }) => frames)) expect(functionName).toBe('')
        expect(rest(JSON.stringify(scrubTrace(pageErrors, code)))).toBe('')
      }),
    )
    const stack = 'Error: Mara\n    at Mara (palpate://app/assets/index-A6sN_zCi.js:1:70)'
    expect(scrubTrace(readPageTrace(thrownWith(stack)), code)).toEqual([
      { name: 'Error', frames: ['renderer/assets/index-A6sN_zCi.js:1:70'] },
    ])
  })
})
