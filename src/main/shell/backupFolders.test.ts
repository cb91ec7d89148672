import { describe, expect, it } from 'vitest'
import type { BackupPlace, BackupState } from '#shared/contract/backups.ts'
import { AppError } from '#main/appError.ts'
import { backUpBeforeQuit, makeBackupFolders } from './backupFolders.ts'
import type { FlushOutcome } from './flushRenderer.ts'

const now = '2026-11-30T18:00:00.000Z'
const madeAt = (at: string) => ({ madeAt: at, verifiedAt: at })
const place: BackupPlace = {
  id: 'p',
  folder: '/stick',
  last: madeAt('2026-11-30T12:00:00.000Z'),
  problem: null,
  isBehind: true,
}
const fresh: BackupPlace = { ...place, id: 'q', last: madeAt('2026-11-30T17:50:00.000Z'), isBehind: false }
const state = (change: Partial<BackupState> = {}): BackupState => ({
  places: [place],
  copyProblem: null,
  failure: null,
  putOffAt: null,
  ...change,
})

function quitting(found: BackupState, run: () => Promise<unknown> = () => Promise.resolve({})) {
  const seen: string[] = []
  const parts = {
    services: {
      isUnlocked: true,
      ask: (channel: string) => {
        seen.push(channel)
        return (channel === 'backup:state' ? Promise.resolve(found) : run()) as Promise<never>
      },
    },
    windows: { send: (event: string) => void seen.push(event) },
    now: () => now,
  }
  return { seen, parts }
}

describe('the backup before quitting', () => {
  it('is made when something was changed since the last one', async () => {
    const { seen, parts } = quitting(state())
    expect(await backUpBeforeQuit(parts)).toBe('waited')
    expect(seen).toEqual(['backup:state', 'closing', 'backup:run'])
  })

  it('is made for the place that is behind, although another one has all of it', async () => {
    const { parts } = quitting(state({ places: [fresh, place] }))
    expect(await backUpBeforeQuit(parts)).toBe('waited')
  })

  it.each([
    ['nothing was changed', state({ places: [{ ...place, isBehind: false }] })],
    ['no place was chosen', state({ places: [] })],
    ['the only place is missing', state({ places: [{ ...place, problem: 'missing' }] })],
    ['the only place that is behind is missing', state({ places: [fresh, { ...place, problem: 'missing' }] })],
    ['the last one is ten minutes old', state({ places: [{ ...place, last: madeAt('2026-11-30T17:50:00.000Z') }] })],
  ])('is not made when %s', async (_, found) => {
    const { seen, parts } = quitting(found)
    expect(await backUpBeforeQuit(parts)).toBe('not due')
    expect(seen).toEqual(['backup:state'])
  })

  it('that fails or is cancelled / does not keep the app open', async () => {
    const { parts } = quitting(state(), () => Promise.reject(new AppError('CANCELLED')))
    expect(await backUpBeforeQuit(parts)).toBe('waited')
  })

  it('is not asked for while the vault is locked', async () => {
    const { seen, parts } = quitting(state())
    expect(await backUpBeforeQuit({ ...parts, services: { ...parts.services, isUnlocked: false } })).toBe('not due')
    expect(seen).toEqual([])
  })
})

describe('choosing a folder or a file', () => {
  const folders = (chosen: string | null, flushed: FlushOutcome = 'saved') => {
    const added: unknown[] = []
    const made = makeBackupFolders({
      services: {
        backupPlace: (step) => {
          added.push(step)
          return Promise.resolve({ ok: true, data: { id: 'p', folder: '/stick', copies: [] } })
        },
      },
      dialogs: {
        askForFolder: () => Promise.resolve(chosen),
        askForSource: () => Promise.resolve(chosen),
        askForTarget(suggested) {
          added.push(suggested)
          return Promise.resolve(chosen)
        },
      },
      windows: { flush: () => Promise.resolve(flushed) },
      wallNow: () => '2026-11-30T14:03',
      documentsFolder: '/documents',
      showFolder: (folder) => void added.push(folder),
    })
    return { added, made }
  }

  it('adds the chosen one', async () => {
    const { added, made } = folders('/stick')
    expect(await made.addPlace()).toMatchObject({ id: 'p' })
    expect(added).toEqual([{ add: '/stick' }])
  })

  it('that is cancelled / adds none', async () => {
    const { added, made } = folders(null)
    await expect(made.addPlace()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(added).toEqual([])
  })

  it('looks for copies in the chosen one', async () => {
    const { added, made } = folders('/stick')
    await made.findCopies()
    expect(added).toEqual([{ search: '/stick' }])
  })

  it('remembers a copy that the vault is locked for, once', async () => {
    const { added, made } = folders(null)
    expect(await made.takeWanted()).toEqual({ copy: null })
    await made.want('copy 1')
    await made.takeWanted()
    expect(await made.takeWanted()).toEqual({ copy: null })
    expect(added).toEqual([{ copy: 'copy 1' }, { search: '/stick' }])
  })

  it('forgets that copy where the vault stays open', async () => {
    const { made } = folders(null)
    await made.want('copy 1')
    await made.want(null)
    expect(await made.takeWanted()).toEqual({ copy: null })
  })

  it('opens a chosen file', async () => {
    const { added, made } = folders('/stick/one.palpate')
    await made.openMoveFile()
    expect(added).toEqual([{ search: '/stick/one.palpate' }])
  })

  it('writes a file under a name that says nothing of the practice', async () => {
    const { added, made } = folders('/stick/one.palpate')
    await made.writeMoveFile()
    expect(added).toEqual(['/documents/Palpate move 2026-11-30 14.03.palpate', { move: '/stick/one.palpate' }])
  })

  it.each(['unsaved', 'no answer'] as const)('writes none while the screen is %s', async (flushed) => {
    const { added, made } = folders('/stick/one.palpate', flushed)
    await expect(made.writeMoveFile()).rejects.toMatchObject({ code: 'UNSAVED' })
    expect(added).toHaveLength(1)
  })

  it('shows the folder of a place', async () => {
    const { added, made } = folders(null)
    await made.showPlace('p')
    expect(added).toEqual([{ find: 'p' }, '/stick'])
  })
})
