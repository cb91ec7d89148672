// The import directions are real: each kind of wrong import is found, and the right ones are not.
import { describe, expect, test } from 'vitest'
import { importCycles, folderCycles, tooHigh, tooSmall, wrongDirections } from '../../scripts/importRules.ts'
import { importsOf } from '../../scripts/layers.ts'

const wrongIn = (file: string, source: string) => wrongDirections(importsOf(file, source))

describe('a forbidden import is found', () => {
  test.each([
    ['src/shared/domain/x.ts', `import { readFile } from 'node:fs'`],
    ['src/shared/domain/x.ts', `import type { ReactNode } from 'react'`],
    ['src/shared/domain/x.ts', `export { AppError } from '#main/appError.ts'`],
    ['src/preload/index.ts', `import { clientFields } from '../shared/domain/client.ts'`],
    ['src/renderer/app/x.ts', `import { AppError } from '#main/appError.ts'`],
    ['src/renderer/app/x.ts', `const fs = await import('node:fs')`],
    ['src/renderer/app/x.ts', `type Clipboard = import('electron').Clipboard`],
    ['src/main/x.ts', `import { App } from '#renderer/app/App.tsx'`],
    ['src/main/x.ts', `import { useState } from 'react'`],
    ['src/main/shell/x.ts', `import { ipcMain } from 'electron'`],
    ['src/main/shell/x.ts', `import * as electron from 'electron'`],
    ['src/main/shell/x.ts', `import { createServices } from '../services/createServices.ts'`],
    ['src/main/ipc/x.ts', `import { openDatabase } from '../database/openDatabase.ts'`],
    ['src/main/services/clients/x.ts', `import { app } from 'electron'`],
    ['src/main/services/clients/x.ts', `import { setMenu } from '#main/shell/menu.ts'`],
    ['src/main/jobs/x.ts', `import { openDatabase } from '#main/database/openDatabase.ts'`],
    ['src/main/jobs/x.ts', `import type { Handlers } from '../services/services.ts'`],
    ['src/main/jobs/x.ts', `import { BrowserWindow } from 'electron'`],
    ['src/main/records/x.ts', `import { createServices } from '#main/services/createServices.ts'`],
    ['src/main/services/clients/x.ts', `import { createSessionService } from '../sessions/sessionService.ts'`],
    ['src/main/database/repositories/x.ts', `import { createServices } from '#main/services/createServices.ts'`],
    ['src/main/vault/x.ts', `import { createServices } from '#main/services/createServices.ts'`],
    ['src/renderer/features/today/x.tsx', `import { ClientRow } from '../clients/ClientRow.tsx'`],
    ['src/renderer/ui/x.tsx', `import { ClientScreen } from '../features/clients/index.ts'`],
    ['src/renderer/documents/x.tsx', `import { BodyMap } from '#renderer/features/bodymap/index.ts'`],
    ['src/renderer/documents/x.tsx', `import { KindBadge } from '../figure/marks/kindGlyphs.tsx'`],
    ['src/renderer/figure/x.tsx', `import { BodyMap } from '../features/bodymap/index.ts'`],
    ['src/renderer/figure/x.tsx', `import { ask } from '#renderer/bridge/bridge.ts'`],
    ['src/renderer/features/visits/x.tsx', `import { Stage } from '#renderer/figure/stage/Stage.tsx'`],
    ['src/renderer/features/session/x.tsx', `import { NoteEditor } from '#renderer/noteEditor/NoteEditor.tsx'`],
    ['src/renderer/noteEditor/x.tsx', `import { SessionScreen } from '../features/session/index.ts'`],
    ['src/renderer/noteEditor/x.tsx', `import { ask } from '#renderer/bridge/bridge.ts'`],
    ['src/renderer/noteEditor/x.tsx', `import type { SessionRecord } from '#shared/contract/sessions.ts'`],
    ['src/main/shell/x.ts', `import { launch } from '../../../tests/e2e/fixtures.ts'`],
  ])('%s: %s', (file, source) => {
    expect(wrongIn(file, source)).not.toEqual([])
  })
})

describe('a permitted import passes', () => {
  test.each([
    ['src/shared/contract/x.ts', `import { z } from 'zod'`],
    ['src/shared/domain/x.test.ts', `import { readFileSync } from 'node:fs'`],
    ['src/preload/index.ts', `import { events } from '#shared/contract/events.ts'`],
    ['src/main/ipc/x.ts', `import { ipcMain } from 'electron'`],
    ['src/main/shell/x.ts', `import type { ServicePort } from '../services/services.ts'`],
    ['src/main/services/clients/x.ts', `import { clients } from '#main/database/schema.ts'`],
    ['src/main/services/clients/x.ts', `import type { Steps } from '../../jobs/jobs.ts'`],
    ['src/main/shell/x.ts', `import { makeJobs } from '#main/jobs/jobs.ts'`],
    ['src/main/services/clients/x.ts', `import { found } from '../../records/found.ts'`],
    ['src/renderer/features/today/x.tsx', `import { ClientRow } from '../clients/index.ts'`],
    ['src/renderer/features/visits/x.tsx', `import { Stage } from '#renderer/figure/index.ts'`],
    ['src/renderer/documents/x.tsx', `import { KindBadge } from '../figure/index.ts'`],
    ['src/renderer/features/phrases/x.tsx', `import { NoteEditor } from '#renderer/noteEditor/index.ts'`],
    ['src/renderer/noteEditor/x.tsx', `import { rememberCaret } from '#renderer/bridge/workspace.ts'`],
  ])('%s: %s', (file, source) => {
    expect(wrongIn(file, source)).toEqual([])
  })
})

test('a circle of imports / is found at run time, not where one import is a type', () => {
  const forth = importsOf('src/shared/a.ts', `import { b } from './b.ts'`)
  const back = importsOf('src/shared/b.ts', `import { a } from './a.ts'`)
  const backAsType = importsOf('src/shared/b.ts', `import type { A } from './a.ts'`)
  expect(importCycles([...forth, ...back])).toHaveLength(1)
  expect(importCycles([...forth, ...backAsType])).toEqual([])
})

test('a circle between folders of main / is found, of types too; within one folder it is allowed', () => {
  const forth = importsOf('src/main/services/sessions/a.ts', `import { b } from '../bodymap/b.ts'`)
  const back = importsOf('src/main/services/bodymap/c.ts', `import type { D } from '../sessions/d.ts'`)
  const down = importsOf('src/main/services/a.ts', `import { b } from './bodymap/b.ts'`)
  const up = importsOf('src/main/services/bodymap/b.ts', `import { a } from '../a.ts'`)
  expect(folderCycles([...forth, ...back])).toHaveLength(1)
  expect(folderCycles([...forth, ...down, ...up])).toEqual([])
})

test('a circle between rooms of the session / is found; between features it is allowed', () => {
  const room = 'src/renderer/features/session'
  const forth = importsOf(`${room}/note/a.ts`, `import type { B } from '../draft/b.ts'`)
  const back = importsOf(`${room}/draft/c.ts`, `import type { D } from '../note/d.ts'`)
  const other = importsOf('src/renderer/features/visits/a.ts', `import type { B } from '../clients/index.ts'`)
  const another = importsOf('src/renderer/features/clients/b.ts', `import type { A } from '../visits/index.ts'`)
  expect(folderCycles([...forth, ...back])).toHaveLength(1)
  expect(folderCycles([...other, ...another])).toEqual([])
})

test.each([
  'src/renderer/features/session',
  'src/renderer/features/session/note',
  'src/renderer/figure',
  'src/shared/domain',
  'src/main/services',
  'src/main/services/signing',
  'src/main/database',
])('%s / folders stand four floors high / is found; three floors are not, nor what stands in one folder', (house) => {
  const top = importsOf(`${house}/top.ts`, `import type { B } from './additions/b.ts'`)
  const second = importsOf(`${house}/additions/b.ts`, `import { c } from '../signing/c.ts'`)
  const third = importsOf(`${house}/signing/deep/c.ts`, `import { d } from '../../draft/d.ts'`)
  const within = importsOf(`${house}/draft/d.ts`, `import { e } from './e.ts'`)
  const toTop = importsOf(`${house}/draft/e.ts`, `import type { words } from '../words.ts'`)
  expect(tooHigh([...top, ...second, ...third, ...within])).toEqual([
    `${house} has 4 floors, not 3: its files → additions → signing → draft`,
  ])
  expect(tooHigh([...top, ...second, ...within, ...toTop])).toEqual([])
})

test('four folders of which nobody beside them imports the first / are found too', () => {
  const chain = ['template', 'phrase', 'note', 'bodymap']
  const imports = chain
    .slice(1)
    .flatMap((lower, at) => importsOf(`src/shared/domain/${chain[at]}/a.ts`, `import { b } from '../${lower}/b.ts'`))
  expect(tooHigh(imports)).toEqual([`src/shared/domain has 4 floors, not 3: ${chain.join(' → ')}`])
})

describe('a module of a few lines', () => {
  const small = 'src/renderer/features/today/dayWords.ts'
  const screen = 'src/renderer/features/today/TodayScreen.tsx'
  const uses = `import { dayWords } from './dayWords.ts'`
  const ofScreen = importsOf(screen, uses)
  const lines = (found: Readonly<Record<string, number>>) => new Map(Object.entries({ [screen]: 200, ...found }))

  test('that one other file of its folder uses / is found', () => {
    expect(tooSmall(ofScreen, lines({ [small]: 30 }))).toEqual([
      `${small} has 30 lines and only ${screen} uses it: it belongs into that file`,
    ])
  })

  test('with more lines / stays', () => {
    expect(tooSmall(ofScreen, lines({ [small]: 31 }))).toEqual([])
  })

  test('with a test of its own / stays', () => {
    expect(tooSmall(ofScreen, lines({ [small]: 30, 'src/renderer/features/today/dayWords.test.ts': 10 }))).toEqual([])
  })

  test('that a second file uses / stays; a test, and a second import of the same file, are none', () => {
    const second = importsOf('src/renderer/features/today/DayRow.tsx', uses)
    const ofTest = importsOf('src/renderer/features/today/TodayScreen.test.tsx', uses)
    expect(tooSmall([...ofScreen, ...second], lines({ [small]: 30 }))).toEqual([])
    expect(tooSmall([...ofScreen, ...ofScreen, ...ofTest], lines({ [small]: 30 }))).toHaveLength(1)
  })

  test('of another folder, or let in by the folder’s index, or put together with others of its kind / stays', () => {
    const elsewhere = importsOf('src/renderer/app/Practice.tsx', `import { x } from '../features/today/dayWords.ts'`)
    const index = importsOf('src/renderer/features/today/index.ts', `export { dayWords } from './dayWords.ts'`)
    const contract = importsOf('src/shared/contract/contract.ts', `import { binOperations } from './bin.ts'`)
    expect(tooSmall([...elsewhere], lines({ [small]: 30 }))).toEqual([])
    expect(tooSmall([...index], lines({ [small]: 30 }))).toEqual([])
    expect(tooSmall(contract, lines({ 'src/shared/contract/bin.ts': 20 }))).toEqual([])
  })
})
