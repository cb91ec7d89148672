// A section's editor as a part that takes over and confirms.
import { closeHistory } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { OpenNote } from '#renderer/noteEditor/index.ts'
import { confirmSection, giveBack, takeOver } from './carriedEdits.ts'
import { textOfLastTime } from './lastTimeText.ts'
import { carriedMark, carriedSources } from './carriedNodes.ts'
import type { SectionOnScreen, CarryForward } from './carryForward.ts'

/** Registers a section's editor for taking over and confirming. @returns a function that ends it */
export function attachSection(carry: CarryForward, section: SectionId, note: OpenNote): () => void {
  const { editor } = note
  carry.admit(carriedSources(editor.state.doc))
  const detach = carry.attachSection(section, carriedSection(carry, section, note))
  editor.on('update', carry.changed)
  return () => {
    editor.off('update', carry.changed)
    detach()
  }
}

function carriedSection(carry: CarryForward, section: SectionId, { editor, card }: OpenNote): SectionOnScreen {
  /** Further typing is another undo step. */
  const dispatch = (tr: Transaction) => {
    editor.view.dispatch(tr)
    editor.view.dispatch(closeHistory(editor.state.tr))
  }
  const takeOverText: SectionOnScreen['takeOverText'] = (document) => {
    const taking = takeOver(editor.state, document)
    if (!taking) return null
    carry.admit(carriedSources(taking.doc))
    const before = editor.state.doc
    dispatch(taking)
    const after = editor.state.doc
    return () => {
      const giving = editor.isDestroyed ? null : giveBack(editor.state, before, after)
      if (giving) dispatch(giving)
    }
  }
  return {
    takeOverText,
    takeOver(visit) {
      const document = textOfLastTime(visit, section)
      return document && takeOverText(document)
    },
    isUnconfirmed: () => carriedSources(editor.state.doc).length > 0,
    confirm: () => dispatch(confirmSection(editor.state)),
    show() {
      card.scrollIntoView({ block: 'nearest' })
      editor.commands.setTextSelection(firstCarried(editor))
      // Not the editor's own command, which waits for a frame: following keys would be lost.
      editor.view.focus()
    },
  }
}

/** The position in front of the first text that is not confirmed. */
function firstCarried({ state }: Editor): number {
  let first = -1
  state.doc.descendants((node, position) => {
    if (first < 0 && carriedMark(node)) first = position
    return first < 0
  })
  return Math.max(first, 0)
}
