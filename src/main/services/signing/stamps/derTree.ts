// ASN.1 as a tree of parts, each with its bytes as they stand in the file.
import { fromBER, type BaseBlock } from 'asn1js'
import { StampError } from '#shared/domain/record/chainSeal.ts'

/** Tag classes as asn1js numbers them. */
const contextSpecific = 3

export interface DerPart {
  /** Head and content. */
  readonly bytes: Buffer
  /** Without the head. */
  readonly content: Buffer
  /** The universal tag's number, or null for a tag of the context. */
  readonly tag: number | null
  /** The number of a tag of the context, or null. */
  readonly context: number | null
  readonly parts: readonly DerPart[]
}

export const tags = { integer: 2, octets: 4, oid: 6, sequence: 16, set: 17, generalizedTime: 24 } as const

/** @throws StampError `damaged` where the bytes are not one whole part */
export function derOf(bytes: Uint8Array): DerPart {
  try {
    const { result, offset } = fromBER(bytes)
    if (offset === bytes.length) return partOf(result)
  } catch {
    // Whatever the parser throws, for instance for nesting too deep, it is no answer.
  }
  throw new StampError('damaged')
}

function partOf(block: BaseBlock): DerPart {
  const { tagClass, tagNumber, blockLength, isConstructed } = block.idBlock
  const bytes = Buffer.from(block.valueBeforeDecodeView)
  const inner = (block.valueBlock as { value?: unknown }).value
  return {
    bytes,
    content: bytes.subarray(blockLength + block.lenBlock.blockLength),
    tag: tagClass === contextSpecific ? null : tagNumber,
    context: tagClass === contextSpecific ? tagNumber : null,
    // The arcs of an object identifier are a list as well, and no parts.
    parts: isConstructed && Array.isArray(inner) ? (inner as BaseBlock[]).map(partOf) : [],
  }
}

/** The part at a place. @throws StampError `damaged` where there is none, or one of another tag */
export function partAt(of: DerPart, place: number, tag?: number): DerPart {
  const part = of.parts[place]
  if (!part || (tag !== undefined && part.tag !== tag)) throw new StampError('damaged')
  return part
}

/** The dotted number of an object identifier. */
export function oidOf({ content, tag }: DerPart): string {
  if (tag !== tags.oid) throw new StampError('damaged')
  const arcs: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 127)
    if (byte < 128) {
      arcs.push(value)
      value = 0
    }
  }
  const first = arcs[0] ?? 0
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - 40 * root, ...arcs.slice(1)].join('.')
}

/** A positive integer as hexadecimal without leading zeros. */
export const integerHex = ({ content }: DerPart): string => content.toString('hex').replace(/^0+(?=.)/u, '')
