// The toolbar of the section that has the focus: hidden otherwise, one tab stop.
import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconBlockquote,
  IconBold,
  IconHeading,
  IconItalic,
  IconList,
  IconListNumbers,
  IconTextPlus,
  type Icon,
} from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { chordWords } from '#renderer/ui/chord.ts'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { isApple } from '#renderer/ui/keys.ts'
import classes from './NoteEditor.module.css'
import { textToKeep } from './phrases/phraseEdits.ts'
import { typedPhrase } from './phrases/phraseSearch.ts'
import { phraseSourceOf } from './phrases/phrases.ts'

/** Begins a phrase of the selection or, without one, of the line with the caret. */
function makePhrase({ state, storage }: Editor): void {
  phraseSourceOf(storage).onCommand('make', textToKeep(state).trim())
}

/** Opens the list of all phrases at the caret, as a slash does. */
function openPhrases(editor: Editor): void {
  const caret = editor.state.selection.$to
  const before = caret.parent.textBetween(0, caret.parentOffset, '\n', ' ')
  const slash = typedPhrase(`${before}/`)?.query === '' ? '/' : ' /'
  editor.commands.focus(caret.pos)
  editor.view.dispatch(editor.state.tr.insertText(slash, caret.pos))
}

interface Tool {
  name: string
  icon: Icon
  keys?: string
  /** Left out where there is nothing to switch. */
  isOn?: (editor: Editor) => boolean
  run: (editor: Editor) => void
}

const tools: readonly Tool[] = [
  {
    name: 'Bold',
    icon: IconBold,
    keys: chordWords('Mod+B', isApple),
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'Italic',
    icon: IconItalic,
    keys: chordWords('Mod+I', isApple),
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'Heading',
    icon: IconHeading,
    keys: chordWords('Mod+Shift+9', isApple),
    isOn: (editor) => editor.isActive('heading'),
    run: (editor) =>
      editor.isActive('heading')
        ? editor.chain().focus().setParagraph().run()
        : editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'Bulleted list',
    icon: IconList,
    keys: chordWords('Mod+Shift+8', isApple),
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'Numbered list',
    icon: IconListNumbers,
    keys: chordWords('Mod+Shift+7', isApple),
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  { name: 'Phrases', icon: IconBlockquote, keys: '/', run: openPhrases },
  { name: 'Make a phrase', icon: IconTextPlus, run: makePhrase },
]

interface Props {
  ref: Ref<ToolbarHandle>
  editor: Editor
  /** The section's name, which distinguishes the four toolbars. */
  section: string
}

export interface ToolbarHandle {
  /** Focuses the tool that was used last. */
  focus(): void
}

/** Which tools are switched on at the caret, as a string of ones and zeros, so that only a change renders again. */
const switchedOn = (editor: Editor) => tools.map((tool) => (tool.isOn?.(editor) ? '1' : '0')).join('')

export function EditorToolbar({ ref, editor, section }: Props) {
  const on = useEditorState({ editor, selector: ({ editor: current }) => switchedOn(current) })
  const [stop, setStop] = useState(0)
  const bar = useRef<HTMLDivElement>(null)

  const focusTool = (at: number) => bar.current?.querySelectorAll('button')[at]?.focus()
  useImperativeHandle(ref, () => ({ focus: () => focusTool(stop) }), [stop])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -stop, End: tools.length - 1 - stop }
    const step = steps[event.key]
    if (event.key === 'Escape') editor.commands.focus()
    if (step === undefined) return
    event.preventDefault()
    const next = (stop + step + tools.length) % tools.length
    setStop(next)
    focusTool(next)
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={`Format ${section}`}
      className={classes.toolbar}
      onKeyDown={onKeyDown}
    >
      {tools.map(({ name, icon: ToolIcon, keys, isOn, run }, index) => (
        <Tooltip key={name} label={keys ? `${name} (${keys})` : name}>
          <UnstyledButton
            className={classes.tool}
            tabIndex={index === stop ? 0 : -1}
            aria-label={name}
            aria-pressed={isOn && on[index] === '1'}
            // The caret stays in the text while the mouse uses the toolbar.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(editor)}
          >
            <ToolIcon size={16} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      ))}
    </div>
  )
}
