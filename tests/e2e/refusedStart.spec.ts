// A start that is refused says why, and how to go on, before there is a window (electron only: the lock is Chromium's).
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChildProcess } from 'node:child_process'
import { startElectron } from './electronApp.ts'
import { expect, test } from './fixtures.ts'
import { ended } from './palpateApp.ts'

test.skip(({ runtime }) => runtime !== 'electron', 'the lock of the profile is Chromium’s own')

interface Box {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

/** A module for the app's main process that keeps each box in a file, answers it, and reports the first window. */
function answering(folder: string, answer: 'first' | 'last') {
  const module = join(folder, 'answer.cjs')
  const boxes = join(folder, `${answer}.json`)
  const window = join(folder, `${answer}.window`)
  writeFileSync(
    module,
    `const begin = process.appCodeLoaded
    const boxesShown = []
    process.appCodeLoaded = () => {
      const { app, dialog } = require('electron')
      const { writeFileSync } = require('node:fs')
      dialog.showMessageBox = async (options) => {
        boxesShown.push(options)
        writeFileSync(${JSON.stringify(boxes)}, JSON.stringify(boxesShown))
        return { response: ${answer === 'first' ? '0' : 'options.buttons.length - 1'} }
      }
      app.on('browser-window-created', () => writeFileSync(${JSON.stringify(window)}, ''))
      begin()
    }`,
  )
  return { module, boxes, window }
}

/** Ends what the test has started, whatever became of it. */
const started: ChildProcess[] = []
test.afterEach(async () => {
  for (const child of started.splice(0)) {
    child.kill('SIGKILL')
    await ended(child)
  }
})

async function startWithAnswer(folder: string, userData: string, answer: 'first' | 'last') {
  const { module, boxes, window } = answering(folder, answer)
  const child = startElectron({ userData, args: [] }, { NODE_OPTIONS: `--require ${module}` })
  started.push(child)
  const readBoxes = () => (existsSync(boxes) ? (JSON.parse(readFileSync(boxes, 'utf8')) as Box[]) : [])
  return { child, readBoxes, hasWindow: () => existsSync(window) }
}

const inTheWay: readonly [what: string, put: (lock: string) => void, reason: RegExp][] = [
  ['a plain file', (lock) => writeFileSync(lock, ''), /leftover file/],
  ['a folder', (lock) => mkdirSync(lock), /leftover folder/],
]
for (const [what, put, reason] of inTheWay) {
  test(`${what} in the place of the lock / reason and folder are shown, and the app ends or starts`, async ({
    temporaryFolder,
  }) => {
    const userData = join(temporaryFolder, 'profile')
    mkdirSync(userData)
    put(join(userData, 'SingletonLock'))

    const quit = await startWithAnswer(temporaryFolder, userData, 'first')
    expect(await ended(quit.child)).toBe(1)
    const [box, ...others] = quit.readBoxes()
    expect(others).toEqual([])
    expect(box?.message).toMatch(reason)
    expect(box?.detail).toContain(userData)
    expect(box?.buttons).toEqual(['Quit', expect.stringMatching(/start$/)])
    expect(quit.hasWindow()).toBe(false)

    const goneOn = await startWithAnswer(temporaryFolder, userData, 'last')
    await expect.poll(goneOn.hasWindow, { timeout: 30_000 }).toBe(true)
    expect(goneOn.readBoxes()).toHaveLength(1)
    expect(lstatSync(join(userData, 'SingletonLock')).isSymbolicLink()).toBe(true)
  })
}

test('a lock of another computer, as in a copied profile / does not keep the app from starting', async ({
  temporaryFolder,
}) => {
  const userData = join(temporaryFolder, 'profile')
  mkdirSync(userData)
  symlinkSync('another-desk-4711', join(userData, 'SingletonLock'))
  const { hasWindow } = await startWithAnswer(temporaryFolder, userData, 'last')
  await expect.poll(hasWindow, { timeout: 30_000 }).toBe(true)
})

test('a profile that is a file / is reported, and left as it is', async ({ temporaryFolder }) => {
  const userData = join(temporaryFolder, 'profile')
  writeFileSync(userData, 'a letter')
  const { child, readBoxes } = await startWithAnswer(temporaryFolder, userData, 'first')
  expect(await ended(child)).toBe(1)
  expect(readBoxes()[0]?.message).toBe('Palpate’s folder is a file.')
  expect(readFileSync(userData, 'utf8')).toBe('a letter')
})
