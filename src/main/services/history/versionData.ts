// How a version of a draft's part is kept as bytes: whole, or as the difference from the version before it.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const plain = 0
const deflated = 1

/** Below this many bytes deflating costs more than it saves. */
const worthDeflating = 48

/** Deflate looks back this far and no further. */
const window = 32_768

/** Bytes with a first byte that says whether they are deflated; `known` is text that the reader has as well. */
function pack(bytes: Buffer, known?: Buffer): Buffer {
  if (bytes.length >= worthDeflating) {
    const packed = deflateRawSync(bytes, known?.length ? { dictionary: known.subarray(-window) } : {})
    if (packed.length < bytes.length) return Buffer.concat([Buffer.of(deflated), packed])
  }
  return Buffer.concat([Buffer.of(plain), bytes])
}

function unpack(data: Buffer, known?: Buffer): Buffer {
  const rest = data.subarray(1)
  if (data[0] === plain) return rest
  if (data[0] !== deflated) throw new RangeError('not a version')
  return inflateRawSync(rest, known?.length ? { dictionary: known.subarray(-window) } : {})
}

/** The text by itself. */
export const encodeWhole = (text: Buffer): Buffer => pack(text)

/** @throws when the bytes are not what {@link encodeWhole} gave */
export const decodeWhole = (data: Buffer): Buffer => unpack(data)

/** How many bytes two texts begin with alike, and how many of the rest they end with alike. */
function sharedEnds(before: Buffer, after: Buffer): { start: number; end: number } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { start, end }
}

/** What `after` differs in from `before`: the lengths of what is shared at both ends, and what stands between. */
export function encodeDifference(before: Buffer, after: Buffer): Buffer {
  const { start, end } = sharedEnds(before, after)
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(start, 0)
  lengths.writeUInt32LE(end, 4)
  const replaced = before.subarray(start, before.length - end)
  return Buffer.concat([lengths, pack(after.subarray(start, after.length - end), replaced)])
}

/**
 * The text after a difference.
 * @throws when the difference is not one from this text
 */
export function applyDifference(before: Buffer, data: Buffer): Buffer {
  const start = data.readUInt32LE(0)
  const end = data.readUInt32LE(4)
  if (start + end > before.length) throw new RangeError('not a difference from this text')
  const replaced = before.subarray(start, before.length - end)
  const middle = unpack(data.subarray(8), replaced)
  return Buffer.concat([before.subarray(0, start), middle, before.subarray(before.length - end)])
}
