// SQLite's pages read by ourselves: the cells of a page, and the rows in them.
// Format: https://www.sqlite.org/fileformat2.html#b_tree_pages
import { usableBytes } from '../file/pages.ts'

export type Value = null | bigint | number | string | Buffer

/** A row of a table, or an entry of an index (whose last value is the row's number). */
export interface Row {
  /** The row's number; null in an index, and in a table without numbers. */
  readonly rowid: bigint | null
  /** Its values; null where they go on in a page that can't be read. */
  readonly values: readonly Value[] | null
}

export interface TreePage {
  /** `rows`: a table with row numbers; `index`: an index, or a table without them. */
  readonly kind: 'rows' | 'index'
  /** The pages below it. */
  readonly children: readonly number[]
  readonly rows: readonly Row[]
  /** Pages on which its rows go on. */
  readonly overflow: readonly number[]
}

const kinds: Readonly<Record<number, { kind: TreePage['kind']; isLeaf: boolean }>> = {
  2: { kind: 'index', isLeaf: false },
  5: { kind: 'rows', isLeaf: false },
  10: { kind: 'index', isLeaf: true },
  13: { kind: 'rows', isLeaf: true },
}

/** A number of variable length. @returns it, and where the next byte is */
function varint(bytes: Buffer, at: number): readonly [bigint, number] {
  let value = 0n
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index)
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return [value, at + index + 1]
  }
  return [(value << 8n) | BigInt(bytes.readUInt8(at + 8)), at + 9]
}

const mostLocal = {
  rows: usableBytes - 35,
  index: Math.floor(((usableBytes - 12) * 64) / 255) - 23,
} as const
const leastLocal = Math.floor(((usableBytes - 12) * 32) / 255) - 23

function localBytes(size: number, kind: TreePage['kind']): number {
  const most = mostLocal[kind]
  if (size <= most) return size
  const wished = leastLocal + ((size - leastLocal) % (usableBytes - 4))
  return wished <= most ? wished : leastLocal
}

/**
 * Reads a page of a tree.
 * @param content the page's
 * @param pageOf gives the content of another page; null where it can't be read
 * @returns null for a page that is none of a tree
 */
export function readTreePage(
  content: Buffer,
  number: number,
  pageOf: (number: number) => Buffer | null,
): TreePage | null {
  const start = number === 1 ? 100 : 0
  const type = kinds[content.readUInt8(start)]
  if (type === undefined) return null
  const { kind, isLeaf } = type
  try {
    const cells = content.readUInt16BE(start + 3)
    const pointers = start + (isLeaf ? 8 : 12)
    const children: number[] = []
    const rows: Row[] = []
    const overflow: number[] = []
    for (let index = 0; index < cells; index += 1) {
      let at = content.readUInt16BE(pointers + 2 * index)
      if (!isLeaf) {
        children.push(content.readUInt32BE(at))
        at += 4
        if (kind === 'rows') continue
      }
      const [size, afterSize] = varint(content, at)
      const [rowid, from] = kind === 'rows' ? varint(content, afterSize) : ([null, afterSize] as const)
      const payload = payloadAt(content, from, Number(size), kind, pageOf, overflow)
      rows.push({ rowid: rowid === null ? null : BigInt.asIntN(64, rowid), values: payload && readRecord(payload) })
    }
    if (!isLeaf) children.push(content.readUInt32BE(start + 8))
    return { kind, children, rows, overflow }
  } catch (error) {
    // Content of a page that only looks like one of a tree.
    if (error instanceof RangeError) return null
    throw error
  }
}

function payloadAt(
  content: Buffer,
  from: number,
  size: number,
  kind: TreePage['kind'],
  pageOf: (number: number) => Buffer | null,
  overflow: number[],
): Buffer | null {
  const local = localBytes(size, kind)
  const here = content.subarray(from, from + local)
  if (here.length < local) throw new RangeError('a cell beyond its page')
  if (local === size) return here
  const parts = [here]
  let missing = size - local
  for (let next = content.readUInt32BE(from + local); missing > 0;) {
    const page = next === 0 ? null : pageOf(next)
    if (page === null) return null
    overflow.push(next)
    const part = page.subarray(4, Math.min(usableBytes, 4 + missing))
    parts.push(part)
    missing -= part.length
    next = page.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function readRecord(payload: Buffer): Value[] {
  const [headerSize, first] = varint(payload, 0)
  const values: Value[] = []
  let body = Number(headerSize)
  for (let at = first; at < Number(headerSize);) {
    const [type, next] = varint(payload, at)
    const [value, length] = valueAt(payload, body, Number(type))
    values.push(value)
    body += length
    at = next
  }
  return values
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8]

function valueAt(payload: Buffer, at: number, type: number): readonly [Value, number] {
  if (type === 0) return [null, 0]
  if (type === 8 || type === 9) return [BigInt(type - 8), 0]
  if (type === 7) return [payload.readDoubleBE(at), 8]
  if (type < 7) {
    const length = integerBytes[type] ?? 0
    if (length === 8) return [payload.readBigInt64BE(at), 8]
    return [BigInt(payload.readIntBE(at, length)), length]
  }
  const length = Math.floor((type - 12) / 2)
  const bytes = payload.subarray(at, at + length)
  if (bytes.length < length) throw new RangeError('a value beyond its row')
  return [type % 2 === 1 ? bytes.toString('utf8') : Buffer.from(bytes), length]
}
