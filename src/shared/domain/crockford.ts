// Bytes as letters and digits that can be printed, read aloud and typed: Crockford's base32.

/** The 32 characters, by value: no I, L, O (read as 1, 1, 0) and no U. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes bytes as upper-case characters, five bits each, the last one filled up with zeros. */
export function toCrockford(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text
}

/**
 * Reads what {@link toCrockford} wrote: case does not matter; O is 0, I and L are 1.
 * @param length how many bytes there are
 * @returns the bytes, or null where there are other characters or another number of them
 */
export function fromCrockford(text: string, length: number): Uint8Array | null {
  if (text.length !== Math.ceil((length * 8) / 5)) return null
  const bytes = new Uint8Array(length)
  let held = 0
  let bits = 0
  let place = 0
  for (const character of text.toUpperCase().replaceAll('O', '0').replace(/[IL]/gu, '1')) {
    const value = alphabet.indexOf(character)
    if (value < 0) return null
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8 && place < length) {
      bits -= 8
      bytes[place++] = (held >> bits) & 255
    }
  }
  return bytes
}
