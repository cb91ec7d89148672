import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dialog } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { freeFile, freeFolder, freeFolderOn } from './freePath.ts'
import { makeFileDialogs } from './shell/fileDialogs.ts'

vi.mock('electron', () => ({ dialog: { showSaveDialog: vi.fn() } }))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palpate-free-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a path / when nothing lies under it / stays as it is', () => {
  expect(freeFile(join(folder, 'Seal.txt'))).toBe(join(folder, 'Seal.txt'))
})

it('a path / when files lie under it and under the next one / gets the first free number before its ending', () => {
  writeFileSync(join(folder, 'Seal.txt'), '')
  writeFileSync(join(folder, 'Seal (2).txt'), '')
  expect(freeFile(join(folder, 'Seal.txt'))).toBe(join(folder, 'Seal (3).txt'))
})

it('a save dialog / when the suggested name is taken / suggests the next free one', async () => {
  writeFileSync(join(folder, 'Seal.txt'), '')
  const shown: string[] = []
  vi.mocked(dialog.showSaveDialog).mockImplementation(async (options: { defaultPath?: string }) => {
    shown.push(options.defaultPath ?? '')
    return { canceled: true, filePath: '' }
  })
  const { askForTarget } = makeFileDialogs(() => undefined)
  expect(await askForTarget(join(folder, 'Seal.txt'), { name: 'Seal', extensions: ['txt'] })).toBeNull()
  expect(shown).toEqual([join(folder, 'Seal (2).txt')])
})

it.each(['Palpate rescue 2026-11-30 14.03', '2026-11-30 14.03.22', 'vault'])(
  'the folder %s / when one of that name is there / gets the number at its end',
  async (name) => {
    const wished = join(folder, name)
    expect(freeFolder(wished)).toBe(wished)
    mkdirSync(wished)
    mkdirSync(`${wished} (2)`)
    expect(freeFolder(wished)).toBe(`${wished} (3)`)
    expect(await freeFolderOn(wished, async (path) => existsSync(path))).toBe(`${wished} (3)`)
  },
)
