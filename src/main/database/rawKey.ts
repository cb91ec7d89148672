// The database key in the form that the cipher takes.

/** The raw form, x'…': the key is random already, so the cipher derives nothing from it. */
export function rawKey(key: Buffer, salt: Buffer): Buffer {
  const hex = hexBytes(key)
  const raw = Buffer.concat([Buffer.from("x'"), hex, hexBytes(salt), Buffer.from("'")])
  hex.fill(0)
  return raw
}

/** Lower-case hexadecimal as bytes: a string of the key could not be overwritten afterwards. */
function hexBytes(bytes: Buffer): Buffer {
  const digits = '0123456789abcdef'
  const hex = Buffer.alloc(bytes.length * 2)
  bytes.forEach((byte, index) => {
    hex[index * 2] = digits.charCodeAt(byte >> 4)
    hex[index * 2 + 1] = digits.charCodeAt(byte & 15)
  })
  return hex
}
