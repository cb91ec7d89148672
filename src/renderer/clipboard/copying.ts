// Copying from an editor: HTML that only this page pastes unchanged, and plain text.
import { DOMSerializer, Fragment, Slice, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model'
import type { Block } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'

/** A secret of this page, so no other HTML can pass for ours. */
const ownMark = `data-palpate="${crypto.randomUUID()}"`
const [markName = '', markValue = ''] = ownMark.replaceAll('"', '').split('=')

/** Whether HTML was copied in this page: it fits the schema, and is taken as it is. */
export const isOwnCopy = (html: string): boolean => html.includes(ownMark)

/** Writes nodes as HTML and marks them as ours. */
export class OwnSerializer extends DOMSerializer {
  constructor(schema: Schema) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema))
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target)
    if (!target) written.firstElementChild?.setAttribute(markName, markValue)
    return written
  }
}

/** A numbered list that is copied from its third item on begins with 3. */
export function withShownNumbers(slice: Slice, $from: ResolvedPos): Slice {
  const renumbered = (content: Fragment, depth: number): Fragment => {
    const first = content.firstChild
    if (!first || depth > slice.openStart || depth > $from.depth) return content
    const inside = first.isTextblock ? first : first.copy(renumbered(first.content, depth + 1))
    if (first.type.name !== 'orderedList' || $from.node(depth).type !== first.type)
      return content.replaceChild(0, inside)
    const start = Number(first.attrs['start'] ?? 1) + $from.index(depth)
    return content.replaceChild(0, first.type.create({ ...first.attrs, start }, inside.content, first.marks))
  }
  return new Slice(renumbered(slice.content, 1), slice.openStart, slice.openEnd)
}

/** Words within one paragraph are words; anything more has a line for each, with its bullets and numbers. */
export function copiedText(slice: Slice): string {
  const { content } = slice
  const block = onlyTextblock(content)
  if (block) return block.textBetween(0, block.content.size, '\n', '\n')
  return plainText({ type: 'doc', content: content.toJSON() as Block[] })
}

function onlyTextblock(content: Fragment): Node | null {
  const only = content.childCount === 1 ? content.firstChild : null
  if (!only || only.isText) return null
  return only.isTextblock ? only : onlyTextblock(only.content)
}
