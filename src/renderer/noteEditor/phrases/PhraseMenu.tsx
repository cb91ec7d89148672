// The small list at the caret: phrases, the choices of a blank, or regions. The text handles the keys.
import { Portal, VisuallyHidden } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import { useLayoutEffect, useRef, useState, Fragment, type RefObject } from 'react'
import { sectionNames } from '#shared/domain/note/sections.ts'
import { parsePhrase, type PhrasePiece } from '#shared/domain/phrase/parsePhrase.ts'
import type { Asked, Option } from './menuOptions.ts'
import classes from './PhraseMenu.module.css'
import { optionId, takeOption, type PhraseSource } from './phrases.ts'
import { phraseKey, type PhraseMenuState } from './phraseState.ts'

interface Props {
  editor: Editor
  source: PhraseSource
}

const openMenu = ({ editor }: { editor: Editor }) =>
  editor.isFocused ? (phraseKey.getState(editor.state)?.menu ?? null) : null

export function PhraseMenu({ editor, source }: Props) {
  const menu = useEditorState({ editor, selector: openMenu, equalityFn: Object.is })
  return (
    <>
      <VisuallyHidden aria-live="polite">{menu ? countWords(menu) : ''}</VisuallyHidden>
      {menu && (
        // Outside of the note's pane, which would clip it.
        <Portal target="main">
          <OpenMenu menu={menu} editor={editor} source={source} />
        </Portal>
      )}
    </>
  )
}

const names: Readonly<Record<Asked['kind'], string>> = { phrase: 'Phrases', region: 'Regions', choice: 'Choices' }

function countWords({ asked, options }: PhraseMenuState): string {
  const count = options.filter(({ kind }) => kind !== 'command').length
  const [one, many] = { phrase: ['phrase', 'phrases'], region: ['region', 'regions'], choice: ['choice', 'choices'] }[
    asked.kind
  ]
  return count === 0 ? `No ${one}` : `${count} ${count === 1 ? one : many}`
}

function OpenMenu({ menu, editor, source }: Props & { menu: PhraseMenuState }) {
  const { asked, options, active } = menu
  const list = useRef<HTMLDivElement>(null)
  const place = useCaretPlace(editor, asked.from, list)
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={source.listId}
      role="listbox"
      tabIndex={-1}
      aria-label={names[asked.kind]}
      className={classes.menu}
      data-row={(asked.kind === 'choice' && asked.run.kind === 'score') || undefined}
      style={place}
    >
      {options.map((option, index) => (
        // The text keeps the focus and handles the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={index}
          id={optionId(source.listId, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.option}
          data-command={option.kind === 'command' || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => takeOption(editor.view, option, asked, source)}
        >
          <OptionWords option={option} />
        </div>
      ))}
    </div>
  )
}

function OptionWords({ option }: { option: Option }) {
  if (option.kind === 'command') return <span className={classes.label}>{option.label}</span>
  if (option.kind === 'text') {
    return (
      <>
        <span className={classes.label}>{option.text}</span>
        {option.detail !== '' && (
          <span className={classes.detail} title={option.detail}>
            {option.detail}
          </span>
        )}
      </>
    )
  }
  const { abbreviation, text, section } = option.phrase
  return (
    <>
      <span className={classes.abbreviation}>{abbreviation}</span>
      <span className={classes.text}>
        <PhraseText text={text} />
      </span>
      <span className={classes.detail}>{section && sectionNames[section]}</span>
    </>
  )
}

const gap = 4
const edge = 8

/** Under the text, or above it where there is no room; within the window. In CSS pixels of the window. */
function useCaretPlace(editor: Editor, position: number, list: RefObject<HTMLDivElement | null>) {
  const [place, setPlace] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const measure = () => {
      const box = list.current?.getBoundingClientRect()
      if (!box || position > editor.state.doc.content.size) return
      const caret = editor.view.coordsAtPos(position)
      const isBelow = caret.bottom + gap + box.height <= window.innerHeight - edge
      const left = Math.max(edge, Math.min(caret.left, window.innerWidth - box.width - edge))
      const next = { left, top: isBelow ? caret.bottom + gap : Math.max(edge, caret.top - gap - box.height) }
      setPlace((old) => (old.left === next.left && old.top === next.top ? old : next))
    }
    measure()
    window.addEventListener('scroll', measure, true)
    window.addEventListener('resize', measure)
    return () => {
      window.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
    }
    // After every render, since the list grows and shrinks.
  })
  return place
}

const valueNames = {
  'client.preferredName': 'name',
  'client.firstName': 'first name',
  'client.lastName': 'last name',
  today: 'today',
} as const

function Piece({ piece }: { piece: PhrasePiece }) {
  if (piece.kind === 'text') return piece.text
  const name =
    piece.kind === 'blank'
      ? piece.blank.name
      : piece.kind === 'value'
        ? valueNames[piece.value]
        : `;${piece.abbreviation}`
  return <span className={classes.blank}>{name}</span>
}

/** A phrase's text in a list: its words, with its blanks as quiet pills. */
export const PhraseText = ({ text }: { text: string }) => (
  <span dir="auto">
    {parsePhrase(text).map((piece, index) => (
      <Fragment key={index}>
        <Piece piece={piece} />
      </Fragment>
    ))}
  </span>
)
