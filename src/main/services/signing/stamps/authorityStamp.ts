// Checks an authority's answer (RFC 3161) without a network: its signature and its content. Whether the authority
// is to be trusted cannot be decided here: the reader decides by the name and fingerprint of its topmost certificate.
import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { StampError } from '#shared/domain/record/chainSeal.ts'
import { derOf, integerHex, oidOf, partAt, tags, type DerPart } from './derTree.ts'

export interface AuthorityStamp {
  /** SHA-256 of what was stamped, hexadecimal. */
  readonly digest: string
  /** Hexadecimal; null where the answer has none. */
  readonly nonce: string | null
  /** UTC with milliseconds. */
  readonly statedAt: string
  readonly signer: string
  readonly root: { readonly name: string; readonly fingerprint: string }
  /** When the signer's certificate begins and ends to hold, UTC. */
  readonly validFrom: string
  readonly validTo: string
}

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  stampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaPss: '1.2.840.113549.1.1.10',
} as const

const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  [oids.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Each may be checked against each other one to find its issuer; an answer includes two to five. */
const mostCertificates = 20

const forStamping = '1.3.6.1.5.5.7.3.8'

const hashOf = (algorithm: DerPart) => {
  const name = hashes[oidOf(partAt(algorithm, 0))]
  if (name === undefined) throw new StampError('unknown algorithm')
  return name
}
const hashed = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest()

/**
 * Whether a file looks like an answer, or a bare token as some authorities give it, by its first bytes.
 */
export const looksLikeAuthorityStamp = (file: Uint8Array): boolean => file[0] === 0x30

/** @throws StampError with what is wrong */
export function readAuthorityStamp(file: Uint8Array): AuthorityStamp {
  const token = tokenOf(derOf(file))
  if (oidOf(partAt(token, 0)) !== oids.signedData) throw new StampError('foreign')
  const signedData = partAt(partAt(token, 1), 0, tags.sequence)
  const wrapped = partAt(signedData, 2, tags.sequence)
  if (oidOf(partAt(wrapped, 0)) !== oids.stampInfo) throw new StampError('foreign')
  const info = octetsOf(partAt(partAt(wrapped, 1), 0))
  const certificates = certificatesOf(signedData)
  const signerInfo = partAt(lastOf(signedData), 0, tags.sequence)
  const signer = checkSignature(signerInfo, info, certificates)
  const root = topmost(signer, certificates)
  return {
    ...readInfo(derOf(info)),
    signer: nameOf(signer),
    root: { name: nameOf(root), fingerprint: hashed('sha256', root.raw).toString('hex') },
    validFrom: new Date(signer.validFrom).toISOString(),
    validTo: new Date(signer.validTo).toISOString(),
  }
}

function tokenOf(answer: DerPart): DerPart {
  const first = partAt(answer, 0)
  if (first.tag === tags.oid) return answer
  const status = integerHex(partAt(first, 0, tags.integer))
  if (status !== '0' && status !== '00' && status !== '1' && status !== '01') throw new StampError('refused')
  return partAt(answer, 1, tags.sequence)
}

/** The bytes of an octet string, also of one that was written in pieces. */
const octetsOf = (part: DerPart): Buffer =>
  part.parts.length > 0 && part.bytes[0] === 0x24 ? Buffer.concat(part.parts.map(octetsOf)) : part.content

function lastOf(of: DerPart): DerPart {
  return partAt(of, of.parts.length - 1, tags.set)
}

function certificatesOf(signedData: DerPart): X509Certificate[] {
  const set = signedData.parts.find(({ context }) => context === 0)
  const parts = set?.parts ?? []
  if (parts.length > mostCertificates) throw new StampError('damaged')
  return parts.flatMap(({ bytes, tag }) => {
    if (tag !== tags.sequence) return []
    try {
      return [new X509Certificate(bytes)]
    } catch {
      return []
    }
  })
}

/** The values of the signed attributes by their types. */
function attributesOf(signed: DerPart): ReadonlyMap<string, DerPart> {
  return new Map(
    signed.parts.map((attribute) => [oidOf(partAt(attribute, 0)), partAt(partAt(attribute, 1, tags.set), 0)]),
  )
}

/** Which certificate signed: its own hash is among the signed attributes, so none can be substituted. */
function signerOf(attributes: ReadonlyMap<string, DerPart>, certificates: readonly X509Certificate[]): X509Certificate {
  const named = attributes.get(oids.signingCertificateV2) ?? attributes.get(oids.signingCertificate)
  if (!named) throw new StampError('damaged')
  const id = partAt(partAt(named, 0), 0)
  const isV2 = attributes.has(oids.signingCertificateV2)
  const algorithm = isV2 && id.parts[0]?.tag === tags.sequence ? hashOf(id.parts[0]) : isV2 ? 'sha256' : 'sha1'
  const hash = id.parts.find(({ tag }) => tag === tags.octets)
  if (!hash) throw new StampError('damaged')
  const signer = certificates.find(({ raw }) => hashed(algorithm, raw).equals(hash.content))
  if (!signer) throw new StampError('no certificate')
  return signer
}

/** @returns the certificate that signed @throws StampError */
function checkSignature(signerInfo: DerPart, info: Buffer, certificates: readonly X509Certificate[]): X509Certificate {
  const place = signerInfo.parts.findIndex(({ context }) => context === 0)
  // The signer is named by a number of the context too where it is named by its key; attributes come third or later.
  const at = place === 1 ? signerInfo.parts.findIndex(({ context }, index) => context === 0 && index > 1) : place
  const signed = signerInfo.parts[at]
  if (!signed) throw new StampError('damaged')
  const digestName = hashOf(partAt(signerInfo, at - 1, tags.sequence))
  const attributes = attributesOf(signed)
  const type = attributes.get(oids.contentType)
  const digest = attributes.get(oids.messageDigest)
  if (!type || oidOf(type) !== oids.stampInfo || !digest) throw new StampError('damaged')
  const signer = signerOf(attributes, certificates)
  // RFC 3161, section 2.3: a certificate for time stamps is for nothing else.
  if ((signer.keyUsage as string[] | undefined)?.join(' ') !== forStamping) throw new StampError('not for stamping')
  // What is signed is the set of attributes under its own tag, not under the one that it has in here.
  const bytes = Buffer.concat([Buffer.from([0x31]), signed.bytes.subarray(1)])
  const isSigned = isValid(partAt(signerInfo, at + 1, tags.sequence), digestName, bytes, signer, {
    signature: octetsOf(partAt(signerInfo, at + 2, tags.octets)),
  })
  if (!isSigned || !hashed(digestName, info).equals(digest.content)) throw new StampError('bad signature')
  return signer
}

const signatureHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

function isValid(
  algorithm: DerPart,
  digestName: string,
  bytes: Buffer,
  { publicKey }: X509Certificate,
  { signature }: { signature: Buffer },
): boolean {
  const oid = oidOf(partAt(algorithm, 0))
  try {
    if (publicKey.asymmetricKeyType === 'ed25519') return verify(null, bytes, publicKey, signature)
    if (oid === oids.rsaPss) {
      const key = {
        key: publicKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_AUTO,
      }
      return verify(digestName, bytes, key, signature)
    }
    return verify(signatureHashes[oid] ?? digestName, bytes, publicKey, signature)
  } catch {
    throw new StampError('unknown algorithm')
  }
}

function isIssuedBy(certificate: X509Certificate, other: X509Certificate): boolean {
  try {
    return certificate.checkIssued(other) && certificate.verify(other.publicKey)
  } catch {
    // A key of an unknown kind is treated as having issued nothing.
    return false
  }
}

/** Goes from a certificate to its issuer, as far as they are included. */
function topmost(from: X509Certificate, all: readonly X509Certificate[]): X509Certificate {
  let top = from
  for (let steps = 0; steps < all.length; steps++) {
    const at = top
    const above = all.find((other) => !other.raw.equals(at.raw) && isIssuedBy(at, other))
    if (!above) break
    top = above
  }
  return top
}

/** A certificate's name in one line, the common name first. */
function nameOf({ subject }: X509Certificate): string {
  const fields = new Map(
    subject.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  return [fields.get('CN'), fields.get('O')].filter(Boolean).join(', ') || subject.replaceAll('\n', ', ')
}

function readInfo(info: DerPart): Pick<AuthorityStamp, 'digest' | 'nonce' | 'statedAt'> {
  const imprint = partAt(info, 2, tags.sequence)
  const [, , , , time, ...rest] = info.parts
  const nonce = rest.find(({ tag }) => tag === tags.integer)
  if (time?.tag !== tags.generalizedTime) throw new StampError('damaged')
  return {
    digest:
      oidOf(partAt(partAt(imprint, 0), 0)) === oids.sha256
        ? partAt(imprint, 1, tags.octets).content.toString('hex')
        : '',
    nonce: nonce ? integerHex(nonce) : null,
    statedAt: instantOf(time.content.toString('latin1')),
  }
}

/** `YYYYMMDDhhmmss[.f…]Z` as an ISO instant. */
function instantOf(text: string): string {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/u.exec(text)
  if (!found) throw new StampError('damaged')
  const [, year, month, day, hour, minute, second, fraction = ''] = found
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`)
  if (Number.isNaN(time.getTime())) throw new StampError('damaged')
  return time.toISOString()
}
