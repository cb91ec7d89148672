// A request to a time stamping authority (RFC 3161): SHA-256, a nonce, and certReq set.

const sha256Algorithm = Buffer.from('300d06096086480165030402010500', 'hex')
const version1 = Buffer.from('020101', 'hex')
const certificatesWanted = Buffer.from('0101ff', 'hex')

/** A part of DER; its content has to be shorter than 128 bytes. */
const part = (tag: number, content: Buffer) => Buffer.concat([Buffer.from([tag, content.length]), content])

/**
 * The request's bytes, a `.tsq` file.
 * @param digest SHA-256 of what is stamped, 64 hexadecimal digits
 * @param nonce 16 hexadecimal digits, the first of them from 1 to 7
 */
export function stampRequestFile(digest: string, nonce: string): Buffer {
  const imprint = part(0x30, Buffer.concat([sha256Algorithm, part(0x04, Buffer.from(digest, 'hex'))]))
  return part(0x30, Buffer.concat([version1, imprint, part(0x02, Buffer.from(nonce, 'hex')), certificatesWanted]))
}

/** A nonce of 8 random bytes: positive, and without leading zeros, so that it has one encoding. */
export function nonceOf(random: Uint8Array): string {
  const bytes = Buffer.from(random)
  bytes[0] = ((bytes[0] ?? 0) & 0x6f) | 0x10
  return bytes.toString('hex')
}
