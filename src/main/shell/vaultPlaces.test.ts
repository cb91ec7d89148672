import { describe, expect, it } from 'vitest'
import { AppError } from '#main/appError.ts'
import { makeVaultPlaces, type VaultPlaceSteps } from './vaultPlaces.ts'

function places(changes: Partial<VaultPlaceSteps> = {}) {
  const done: string[] = []
  const step = (name: string) => async () => void done.push(`${name} in ${made.folder}`)
  const made = makeVaultPlaces('/here', {
    services: { rescue: async () => ({ ok: true, data: {} }) },
    setMoved: async (isMoved) => void done.push(`moved: ${isMoved}`),
    askForFolder: async () => '/there',
    documentsFolder: '/documents',
    flush: async () => 'saved',
    isOpen: () => true,
    async lock() {
      await step('lock')()
      return true
    },
    isVaultMoved: async () => false,
    restart: step('restart'),
    replacePages: step('pages'),
    vaultFolderIn: (chosen) => `${chosen}/vault`,
    wallNow: () => '2026-01-05T09:00',
    ...changes,
  })
  return { made, done }
}

describe('stopping to write here', () => {
  it('is kept in the vault before it is locked', async () => {
    const { made, done } = places()
    await made.stopWriting()
    expect(done).toEqual(['moved: true', 'lock in /here'])
  })

  it('is taken back when something keeps it from being locked', async () => {
    const { made, done } = places({ lock: async () => false })
    await expect(made.stopWriting()).rejects.toMatchObject({ code: 'UNSAVED' })
    expect(done).toEqual(['moved: true', 'moved: false'])
  })

  it.each(['unsaved', 'no answer'] as const)('while the screen is %s / changes nothing', async (outcome) => {
    const { made, done } = places({ flush: async () => outcome })
    await expect(made.stopWriting()).rejects.toMatchObject({ code: 'UNSAVED' })
    expect(done).toEqual([])
  })
})

describe('opening another vault', () => {
  it('from an open one locks once, and what starts then looks at the other', async () => {
    const { made, done } = places()
    await made.openOther()
    expect(made.folder).toBe('/there/vault')
    expect(done).toEqual(['lock in /there/vault'])
  })

  it('from a locked or missing one starts the services anew on the other', async () => {
    const { made, done } = places({ isOpen: () => false, lock: async () => true })
    await made.openOther()
    expect(done).toEqual(['restart in /there/vault', 'pages in /there/vault'])
  })

  it.each([
    ['something on screen could not be saved', false, 'UNSAVED'],
    ['the files of the open one are gone', true, 'VAULT_MOVED'],
  ])('is refused when %s, and nothing has changed', async (_, isMoved, code) => {
    const { made, done } = places({ lock: async () => false, isVaultMoved: async () => isMoved })
    await expect(made.openOther()).rejects.toMatchObject({ code })
    expect(made.folder).toBe('/here')
    expect(done).toEqual([])
  })

  it.each(['NO_VAULT_THERE', 'READ_ONLY', 'IO_ERROR'] as const)(
    'is refused with %s before anything is locked',
    async (code) => {
      const vaultFolderIn = () => {
        throw new AppError(code)
      }
      const { made, done } = places({ vaultFolderIn })
      await expect(made.openOther()).rejects.toMatchObject({ code })
      expect([made.folder, ...done]).toEqual(['/here'])
    },
  )

  it('of which somebody thinks better changes nothing', async () => {
    const { made, done } = places({ askForFolder: async () => null })
    await expect(made.openOther()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect([made.folder, ...done]).toEqual(['/here'])
  })
})
