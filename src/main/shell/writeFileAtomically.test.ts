import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open, rename, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { whenFilesAreWritten, writeFileAtomically, type FileSystem } from './writeFileAtomically.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

describe('writing a file', () => {
  let folder = ''
  let target = ''
  const bytes = new TextEncoder().encode('the whole file')
  const unstopped = () => new AbortController().signal
  const files = (overrides: Partial<FileSystem>): FileSystem => ({ open, rename, unlink, ...overrides })

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
    target = join(folder, 'file.pdf')
    writeFileSync(target, 'old')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const expectOldFileOnly = () => {
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['file.pdf'])
  }

  it('replaces the old file by the whole new one and leaves nothing else behind', async () => {
    await writeFileAtomically(target, bytes, unstopped())
    expect(readFileSync(target, 'utf8')).toBe('the whole file')
    expect(readdirSync(folder)).toEqual(['file.pdf'])
  })

  it.skipIf(process.platform === 'win32')('waits until its name is on the disk too, after its content', async () => {
    const steps: string[] = []
    const noted: FileSystem['open'] = async (path, ...rest) => {
      const handle = await open(path, ...rest)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => (steps.push(path === folder ? 'folder' : 'file'), sync())
      return handle
    }
    const renamed: FileSystem['rename'] = async (from, to) => (steps.push('rename'), rename(from, to))
    await writeFileAtomically(target, bytes, unstopped(), files({ open: noted, rename: renamed }))
    expect(steps).toEqual(['file', 'rename', 'folder'])
  })

  it.skipIf(process.platform === 'win32')('makes a new file for its owner alone', async () => {
    rmSync(target)
    await writeFileAtomically(target, bytes, unstopped())
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32')('keeps what the owner of the old file allowed others', async () => {
    chmodSync(target, 0o640)
    await writeFileAtomically(target, bytes, unstopped())
    expect(statSync(target).mode & 0o777).toBe(0o640)
  })

  it('says DISK_FULL when the disk is full, and leaves the old file', async () => {
    const full: FileSystem['open'] = async (...args) => {
      const handle = await open(...args)
      handle.writeFile = () => Promise.reject(failure('ENOSPC'))
      return handle
    }
    await expect(writeFileAtomically(target, bytes, unstopped(), files({ open: full }))).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    expectOldFileOnly()
  })

  it.each(['EBUSY', 'EPERM', 'EACCES'])('says TARGET_IN_USE when the old file is held open (%s)', async (code) => {
    const held = files({ rename: () => Promise.reject(failure(code)) })
    await expect(writeFileAtomically(target, bytes, unstopped(), held)).rejects.toMatchObject({ code: 'TARGET_IN_USE' })
    expectOldFileOnly()
  })

  it.each(['EACCES', 'EROFS'])('says READ_ONLY when the folder takes no file (%s)', async (code) => {
    const refusing = files({ open: () => Promise.reject(failure(code)) })
    await expect(writeFileAtomically(target, bytes, unstopped(), refusing)).rejects.toMatchObject({ code: 'READ_ONLY' })
    expectOldFileOnly()
  })

  it('says READ_ONLY when the folder is gone', async () => {
    const gone = join(folder, 'no', 'such', 'folder', 'file.pdf')
    await expect(writeFileAtomically(gone, bytes, unstopped())).rejects.toMatchObject({ code: 'READ_ONLY' })
  })

  it('stopped on a slow disk / is waited for until its temporary file is gone', async () => {
    const { promise: flushed, resolve: flush } = Promise.withResolvers<void>()
    const { promise: isFlushing, resolve: begin } = Promise.withResolvers<void>()
    const slow: FileSystem['open'] = async (...args) => {
      const handle = await open(...args)
      handle.sync = () => {
        begin()
        return flushed
      }
      return handle
    }
    const stop = new AbortController()
    const writing = writeFileAtomically(target, bytes, stop.signal, files({ open: slow }))
    writing.catch(() => undefined)
    await isFlushing
    stop.abort()
    const found: string[][] = [readdirSync(folder)]
    const written = whenFilesAreWritten().then(() => found.push(readdirSync(folder)))
    flush()
    await written
    expect(found).toEqual([[expect.stringMatching(/^\.palpate-[0-9a-f]{12}\.partial$/u), 'file.pdf'], ['file.pdf']])
    await expect(writing).rejects.toMatchObject({ code: 'CANCELLED' })
    expectOldFileOnly()
    await whenFilesAreWritten()
  })

  it('leaves the old file when it is cancelled', async () => {
    const cancel = new AbortController()
    cancel.abort()
    await expect(writeFileAtomically(target, bytes, cancel.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
    expectOldFileOnly()
  })
})
