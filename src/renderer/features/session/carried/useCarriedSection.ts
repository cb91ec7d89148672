// A section's editor as a part that takes over and confirms.
import { closeHistory } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect, type RefObject } from 'react'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { confirmSection, giveBack, takeOver } from './carriedEdits.ts'
import { textOfLastTime } from './lastTimeText.ts'
import { carriedMark, carriedSources } from './carriedNodes.ts'
import type { SectionOnScreen, CarryForward } from './carryForward.ts'

/**
 * @param carry null where nothing is taken over
 * @param name the section
 * @param card the section's element on screen
 * @param isUnreadable whether the editor turned out not to be able to show what is stored
 */
export function useCarriedSection(
  carry: CarryForward | null,
  name: string,
  editor: Editor,
  card: RefObject<HTMLElement | null>,
  isUnreadable: RefObject<boolean>,
): void {
  useEffect(() => {
    if (!carry || isUnreadable.current) return
    carry.admit(carriedSources(editor.state.doc))
    const detach = carry.attachSection(name as SectionId, carriedSection(carry, name as SectionId, editor, card))
    editor.on('update', carry.changed)
    return () => {
      editor.off('update', carry.changed)
      detach()
    }
  }, [carry, name, editor, card, isUnreadable])
}

function carriedSection(
  carry: CarryForward,
  section: SectionId,
  editor: Editor,
  card: RefObject<HTMLElement | null>,
): SectionOnScreen {
  /** What is typed right after it is another step for undo. */
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
      card.current?.scrollIntoView({ block: 'nearest' })
      editor.commands.setTextSelection(firstCarried(editor))
      // Not the editor's own command, which waits for a frame: keys that follow would get lost.
      editor.view.focus()
    },
    hasFocus: () => card.current?.contains(document.activeElement) ?? false,
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
