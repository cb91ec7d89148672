// The document of a section: the one schema for editor, storage, paper and plain text, and how its text is traversed.
import { z } from 'zod'
import { calendarDate } from '../time.ts'

/**
 * The newest version of the schema below. Version 2 added the link between a sentence and a mark on the body map,
 * version 3 text that was taken over from an earlier visit, and blanks to fill in.
 */
export const documentSchemaVersion = 3

/** The longest plain text of one section, in UTF-16 code units. */
export const sectionTextLimit = 2_000_000

/** The type of a blank: a side, a region of the body, a score, one of its choices, or any text. */
export const blankKinds = ['side', 'region', 'score', 'choice', 'text'] as const
export type BlankKind = (typeof blankKinds)[number]

/**
 * A list that is refused at its first invalid item: of 100,000 invalid ones nobody reads more than one, and zod's
 * own list describes them all, which takes seconds.
 */
function listOf<T>(item: z.ZodType<T>, least = 0): z.ZodType<T[]> {
  return z
    .array(z.unknown())
    .min(least)
    .transform((items, context) => {
      const fitting: T[] = []
      for (const [index, value] of items.entries()) {
        const parsed = item.safeParse(value)
        if (!parsed.success) {
          for (const issue of parsed.error.issues) {
            context.issues.push({ ...issue, path: [index, ...issue.path], input: value } as never)
          }
          return z.NEVER
        }
        fitting.push(parsed.data)
      }
      return fitting
    })
}

/** Links words to the mark on the body map that they describe: the course of findings that begins with `findingId`. */
const findingMark = z.strictObject({
  type: z.literal('finding'),
  attrs: z.strictObject({
    findingId: z.uuid(),
    /** The words as they were last made from the mark. While the linked text equals them, it follows the mark. */
    sentence: z
      .string()
      .min(1)
      .max(sectionTextLimit)
      .refine((value) => value.isWellFormed(), 'unstorable'),
  }),
})

/** Text that was taken over from an earlier visit and neither edited nor confirmed since. */
const carriedMark = z.strictObject({
  type: z.literal('carried'),
  attrs: z.strictObject({
    /** The session that it was taken over from. */
    sessionId: z.uuid(),
    /** Its service date. */
    date: calendarDate,
  }),
})

/** A blank of a phrase or a template that is not filled in yet; its text is its prompt. */
const blankMark = z.strictObject({
  type: z.literal('blank'),
  attrs: z.strictObject({
    /** Distinguishes neighbouring blanks. */
    id: z.string().min(1).max(40),
    kind: z.enum(blankKinds),
    /** The choices; empty for a region and for free text. */
    choices: z.array(z.string().min(1).max(200)).max(30),
  }),
})

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  findingMark,
  carriedMark,
  blankMark,
])
const text = z.strictObject({
  type: z.literal('text'),
  text: z
    .string()
    .min(1)
    .refine((value) => value.isWellFormed(), 'unstorable'),
  marks: z.array(mark).max(5).optional(),
})
const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks: z.array(mark).max(5).optional() })
const inline = z.discriminatedUnion('type', [text, hardBreak])
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: listOf(inline).optional() })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.int().min(1).max(3) }),
  content: listOf(inline).optional(),
})

export interface ListItem {
  type: 'listItem'
  content: Block[]
}
interface BulletList {
  type: 'bulletList'
  content: ListItem[]
}
interface OrderedList {
  type: 'orderedList'
  attrs?: { start?: number | undefined; type?: string | null | undefined } | undefined
  content: ListItem[]
}
export type FindingMark = z.infer<typeof findingMark>
export type CarriedMark = z.infer<typeof carriedMark>
export type BlankMark = z.infer<typeof blankMark>
export type Mark = z.infer<typeof mark>
export type Inline = z.infer<typeof inline>
export type Block = z.infer<typeof paragraph> | z.infer<typeof heading> | BulletList | OrderedList

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [paragraph, heading, bulletList, orderedList]),
)
const listItem: z.ZodType<ListItem> = z.strictObject({ type: z.literal('listItem'), content: listOf(block, 1) })
const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  content: listOf(listItem, 1),
})
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z
    .strictObject({ start: z.int().min(0).max(100_000).optional(), type: z.string().max(1).nullable().optional() })
    .optional(),
  content: listOf(listItem, 1),
})

/** A section's document as the editor makes it. Strict: unknown nodes, marks and attributes are refused on writing. */
export const noteDocument = z.strictObject({ type: z.literal('doc'), content: listOf(block) })
export type NoteDocument = z.infer<typeof noteDocument>

/** An empty section. */
export const emptyDocument: NoteDocument = { type: 'doc', content: [{ type: 'paragraph' }] }

/**
 * The oldest version of the schema that holds the document. It is stored with it, so that an older version of the app
 * can still read every note without newer features.
 */
export function schemaVersionOf(document: NoteDocument): 1 | 2 | 3 {
  let newest: 1 | 2 | 3 = 1
  const look = (node: Block | ListItem | Inline): void => {
    if ('marks' in node) {
      for (const { type } of node.marks ?? []) newest = Math.max(newest, firstVersionOf[type]) as 1 | 2 | 3
    }
    if ('content' in node) node.content?.forEach(look)
  }
  document.content.forEach(look)
  return newest
}

const firstVersionOf: Readonly<Record<Mark['type'], 1 | 2 | 3>> = {
  bold: 1,
  italic: 1,
  finding: 2,
  carried: 3,
  blank: 3,
}

/** Whether a block holds text; every other one holds blocks. */
export const isTextBlock = (node: Block | ListItem): node is Extract<Block, { type: 'paragraph' | 'heading' }> =>
  node.type === 'paragraph' || node.type === 'heading'

export const marksOf = (node: Inline): readonly Mark[] => node.marks ?? []

/** The node with these marks instead of its own. */
export function withMarks(node: Inline, marks: readonly Mark[]): Inline {
  const { marks: _, ...bare } = node
  return marks.length > 0 ? { ...bare, marks: [...marks] } : bare
}

/**
 * The document with other text in each block that holds any.
 * @param map receives and returns the content of one block
 */
export function mapInlines(
  document: NoteDocument,
  map: (content: readonly Inline[]) => readonly Inline[],
): NoteDocument {
  const mapBlock = (node: Block): Block => {
    if (isTextBlock(node)) return node.content ? { ...node, content: [...map(node.content)] } : node
    return { ...node, content: node.content.map((item) => ({ ...item, content: item.content.map(mapBlock) })) }
  }
  return { ...document, content: document.content.map(mapBlock) }
}
