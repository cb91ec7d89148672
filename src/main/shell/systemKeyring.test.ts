// The system's keyring: which ones are refused, and that a lost one costs nothing but the passphrase.
import { safeStorage } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '#main/appError.ts'
import { makeComputerUnlocking, systemKeyring, type SystemKeyring } from './systemKeyring.ts'

vi.mock('electron', () => ({
  safeStorage: {
    getSelectedStorageBackend: vi.fn(),
    isEncryptionAvailable: vi.fn(),
    encryptString: (text: string) => Buffer.from(`sealed ${text}`),
    decryptString(sealed: Buffer) {
      const text = sealed.toString()
      if (!text.startsWith('sealed ')) throw new Error('not ours')
      return text.slice('sealed '.length)
    },
  },
}))

beforeEach(() => {
  vi.mocked(safeStorage.getSelectedStorageBackend).mockReturnValue('gnome_libsecret')
  vi.mocked(safeStorage.isEncryptionAvailable).mockReturnValue(true)
})

describe('the keyring', () => {
  it.each([
    ['linux', 'gnome_libsecret', true, 'ready'],
    ['linux', 'kwallet6', true, 'ready'],
    ['linux', 'basic_text', true, 'plain'],
    ['linux', 'unknown', true, 'plain'],
    ['linux', 'gnome_libsecret', false, 'none'],
    ['darwin', 'unknown', true, 'ready'],
    ['win32', 'unknown', false, 'none'],
  ] as const)('on %s with %s, available: %s / is %s', (platform, backend, isAvailable, state) => {
    vi.mocked(safeStorage.getSelectedStorageBackend).mockReturnValue(backend)
    vi.mocked(safeStorage.isEncryptionAvailable).mockReturnValue(isAvailable)
    expect(systemKeyring(platform).state()).toBe(state)
  })

  it('gives back what it sealed, and null for what another one sealed', () => {
    const keyring = systemKeyring('linux')
    expect(keyring.open(keyring.seal('secret'))).toBe('secret')
    expect(keyring.open(Buffer.from('of another keyring').toString('base64'))).toBe(null)
  })
})

function unlocking(keyring: Partial<SystemKeyring> = {}, refusal: AppError | null = null) {
  const asked: string[] = []
  const services = {
    ask(channel: string): Promise<never> {
      asked.push(channel)
      if (channel === 'vault:unlockWithSecret' && refusal) return Promise.reject(refusal)
      return Promise.resolve({ sealed: 'c2VhbGVk', secret: '00' } as never)
    },
  }
  const ready: SystemKeyring = { state: () => 'ready', seal: () => 'c2VhbGVk', open: () => '00' }
  return { asked, made: makeComputerUnlocking(services, { ...ready, ...keyring }) }
}

describe('unlocking with this computer', () => {
  it.each(['plain', 'none'] as const)(
    'on a keyring that is %s / is refused, and nothing is asked for',
    async (state) => {
      const { asked, made } = unlocking({ state: () => state })
      await expect(made.keep()).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(asked).toEqual([])
      expect(await made.unlock()).toEqual({ isOpen: false })
      expect(asked).toEqual(['vault:computerKey'])
    },
  )

  it('opens with what the keyring has', async () => {
    const { asked, made } = unlocking()
    expect(await made.unlock()).toEqual({ isOpen: true })
    expect(asked).toEqual(['vault:computerKey', 'vault:unlockWithSecret'])
  })

  it('with a keyring that was made anew / opens nothing, and forgets what it can no longer open', async () => {
    const { asked, made } = unlocking({ open: () => null })
    expect(await made.unlock()).toEqual({ isOpen: false })
    expect(asked).toEqual(['vault:computerKey', 'vault:forgetComputer'])
  })

  it('after the passphrase was changed / opens nothing, and forgets it', async () => {
    const { asked, made } = unlocking({}, new AppError('NOT_FOUND'))
    expect(await made.unlock()).toEqual({ isOpen: false })
    expect(asked.at(-1)).toBe('vault:forgetComputer')
  })

  it('of a vault whose database is missing / says so, and forgets nothing', async () => {
    const { asked, made } = unlocking({}, new AppError('DB_MISSING'))
    await expect(made.unlock()).rejects.toMatchObject({ code: 'DB_MISSING' })
    expect(asked).not.toContain('vault:forgetComputer')
  })
})
