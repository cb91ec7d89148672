// How a version of a draft's part is stored as bytes: complete, or as the difference from the version before it.
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

/** A place where two texts differ: after how many shared bytes, and what stands there in each. */
interface Hunk {
  readonly shared: number
  readonly removed: Buffer
  readonly inserted: Buffer
}

/** A run of this many bytes that both texts have is taken as the same run. */
const anchorLength = 24

/** Where two texts differ, in order. Common parts are searched at both ends first, then in the middle. */
function hunksBetween(before: Buffer, after: Buffer): Hunk[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const removed = before.subarray(start, before.length - end)
  const inserted = after.subarray(start, after.length - end)
  if (removed.length === 0 && inserted.length === 0) return []
  const middle = removed.length >> 1
  const anchor = removed.subarray(middle, middle + anchorLength)
  const found = anchor.length === anchorLength ? inserted.indexOf(anchor) : -1
  if (found < 0) return [{ shared: start, removed, inserted }]
  const left = hunksBetween(removed.subarray(0, middle), inserted.subarray(0, found))
  const right = hunksBetween(removed.subarray(middle), inserted.subarray(found))
  const [first, ...later] = [...left, ...afterShared(unchangedAfter(left, middle), right)]
  return first ? [{ ...first, shared: first.shared + start }, ...later] : []
}

/** How many bytes of a text are shared after its last hunk. */
const unchangedAfter = (hunks: readonly Hunk[], length: number) =>
  hunks.reduce((rest, { shared, removed }) => rest - shared - removed.length, length)

const afterShared = (shared: number, [first, ...later]: readonly Hunk[]): Hunk[] =>
  first ? [{ ...first, shared: first.shared + shared }, ...later] : []

/** A whole number in bytes of seven bits each, the lowest first. */
function numberBytes(value: number): number[] {
  const low = value % 128
  return value === low ? [low] : [low + 128, ...numberBytes(Math.floor(value / 128))]
}

/** The difference from `before` to `after`: where, how many bytes, and which. */
export function encodeDifference(before: Buffer, after: Buffer): Buffer {
  const hunks = hunksBetween(before, after)
  const places = hunks.flatMap(({ shared, removed, inserted }) =>
    [shared, removed.length, inserted.length].flatMap(numberBytes),
  )
  const inserted = Buffer.concat(hunks.map((hunk) => hunk.inserted))
  const removed = Buffer.concat(hunks.map((hunk) => hunk.removed))
  return Buffer.concat([Buffer.from([...numberBytes(hunks.length), ...places]), pack(inserted, removed)])
}

/** Reads numbers as {@link numberBytes} writes them, one after the other. */
function numberReader(data: Buffer) {
  let at = 0
  return {
    next(): number {
      let value = 0
      for (let factor = 1; ; factor *= 128) {
        const byte = data[at++]
        if (byte === undefined || factor > 2 ** 42) throw new RangeError('not a difference')
        value += (byte % 128) * factor
        if (byte < 128) return value
      }
    },
    rest: () => data.subarray(at),
  }
}

/**
 * Applies a difference to a text.
 * @throws when the difference is not one from this text
 */
export function applyDifference(before: Buffer, data: Buffer): Buffer {
  const numbers = numberReader(data)
  const count = numbers.next()
  let at = 0
  const hunks = Array.from({ length: count }, () => {
    const from = at + numbers.next()
    at = from + numbers.next()
    return { from, to: at, inserted: numbers.next() }
  })
  if (at > before.length) throw new RangeError('not a difference from this text')
  const inserted = unpack(numbers.rest(), Buffer.concat(hunks.map(({ from, to }) => before.subarray(from, to))))
  const pieces: Buffer[] = []
  let [read, put] = [0, 0]
  for (const hunk of hunks) {
    pieces.push(before.subarray(read, hunk.from), inserted.subarray(put, put + hunk.inserted))
    read = hunk.to
    put += hunk.inserted
  }
  if (put !== inserted.length) throw new RangeError('not a difference from this text')
  return Buffer.concat([...pieces, before.subarray(read)])
}
