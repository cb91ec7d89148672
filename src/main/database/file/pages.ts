// The encrypted pages of a database file or of its log, read and checked without SQLite. SQLCipher 4's page: 4,096
// bytes, of which the last 80 are an initialization vector and a code (HMAC-SHA-512) over content, vector and number.
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

/** Bytes of every page. */
export const pageSize = 4096
const vectorBytes = 16
const codeBytes = 64
const contentEnd = pageSize - vectorBytes - codeBytes
/** Bytes of a page that are SQLite's: what follows is the cipher's. */
export const usableBytes = contentEnd
/** The first page begins with the cipher's salt in the clear. */
const saltBytes = 16
/** Where SQLite's header stores `application_id`, in which we count generations. */
const generationAt = 68
/** Where it stores `user_version`, the version of our schema. */
const versionAt = 60

export interface PageReader {
  /** Whether a page is as the holder of the key wrote it, at the place with that number (from 1). */
  isWhole(page: Buffer, number: number): boolean
  /** The generation in an intact first page; null when the page is not intact. */
  generationIn(firstPage: Buffer): number | null
  /** The version of the schema in an intact first page; null when the page is not intact. */
  versionIn(firstPage: Buffer): number | null
  /** An intact page as SQLite knows it, {@link usableBytes} of it used; null when the page is not intact. */
  contentOf(page: Buffer, number: number): Buffer | null
  /** Overwrites the keys. */
  forget(): void
}

/**
 * @param key 32 bytes; they are copied
 * @param salt 16 bytes
 */
export function pageReader(key: Buffer, salt: Buffer): PageReader {
  const cipherKey = Buffer.from(key)
  const codeKey = pbkdf2Sync(
    cipherKey,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )

  function isWhole(page: Buffer, number: number): boolean {
    if (page.length !== pageSize) return false
    const place = Buffer.alloc(4)
    place.writeUInt32LE(number)
    const code = createHmac('sha512', codeKey)
      .update(page.subarray(number === 1 ? saltBytes : 0, contentEnd + vectorBytes))
      .update(place)
      .digest()
    return timingSafeEqual(code, page.subarray(contentEnd + vectorBytes))
  }

  function contentOf(page: Buffer, number: number): Buffer | null {
    if (!isWhole(page, number)) return null
    // The salt stands where SQLite has the name of its format.
    const from = number === 1 ? saltBytes : 0
    const vector = page.subarray(contentEnd, contentEnd + vectorBytes)
    const decipher = createDecipheriv('aes-256-cbc', cipherKey, vector).setAutoPadding(false)
    const content = Buffer.alloc(pageSize)
    const plain = decipher.update(page.subarray(from, contentEnd))
    plain.copy(content, from)
    plain.fill(0)
    return content
  }

  function numberIn(firstPage: Buffer, at: number): number | null {
    const content = contentOf(firstPage, 1)
    if (content === null) return null
    const number = content.readInt32BE(at)
    content.fill(0)
    return number
  }

  return {
    isWhole,
    generationIn: (firstPage) => numberIn(firstPage, generationAt),
    versionIn: (firstPage) => numberIn(firstPage, versionAt),
    contentOf,
    forget() {
      cipherKey.fill(0)
      codeKey.fill(0)
    },
  }
}
