// Stand-in for Electron's `safeStorage`. Like a bare Linux it keeps nothing safe, unless a test puts a file with a key, which
// stands for the keyring, into the profile; another file there is another keyring.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'

const keyringFile = () => join(app.getPath('userData'), 'keyring of the test')
const key = () => createHash('sha256').update(readFileSync(keyringFile())).digest()

export const safeStorage = {
  getSelectedStorageBackend: () => (existsSync(keyringFile()) ? 'gnome_libsecret' : 'basic_text'),
  isEncryptionAvailable: () => existsSync(keyringFile()),
  encryptString(text: string): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), nonce)
    const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), content])
  },
  decryptString(sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28))
    return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  },
}
