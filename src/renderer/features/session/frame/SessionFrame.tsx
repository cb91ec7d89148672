// The frame of a session: one header line, map and note side by side (or as tabs where there is no room), a footer.
import { useMediaQuery } from '@mantine/hooks'
import { useId, useRef, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { mapPlaces } from '#renderer/figure/index.ts'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { focusAnyhow, PlaceGround, usePlace, usePlaces } from '#renderer/ui/places.tsx'
import { useShortcut } from '#renderer/ui/shortcuts.ts'
import classes from './SessionFrame.module.css'

interface Props {
  header: ReactNode
  map: ReactNode
  note: ReactNode
  footer: ReactNode
}

const panes = ['map', 'note'] as const
type Pane = (typeof panes)[number]

const paneNames: Readonly<Record<Pane, string>> = { map: 'Body map', note: 'Note' }

/** Below this width of the window the panes become tabs: 200 % zoom of a small screen, a narrow window. */
const narrow = '(max-width: 900px)'

export function SessionFrame({ header, map, note, footer }: Props) {
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  /** The visible pane where there is room for one. */
  const [pane, setPane] = useState<Pane>('note')
  const id = useId()
  const content = { map, note }
  useFocusKeys()
  return (
    <div className={classes.frame} data-narrow={isNarrow || undefined}>
      {header}
      {isNarrow && <PaneTabs id={id} pane={pane} onChoose={setPane} />}
      <div className={classes.panes}>
        {panes.map((name) => (
          <PlaceGround key={name} show={() => flushSync(() => setPane(name))}>
            <PaneSection
              name={name}
              id={`${id}-${name}`}
              hidden={isNarrow && name !== pane}
              {...(isNarrow
                ? { role: 'tabpanel', 'aria-labelledby': `${id}-${name}-tab` }
                : { 'aria-label': paneNames[name] })}
            >
              {content[name]}
            </PaneSection>
          </PlaceGround>
        ))}
      </div>
      {footer}
    </div>
  )
}

/** A pane, which is a place as a whole under its name. */
function PaneSection({ name, ...section }: ComponentProps<'section'> & { name: Pane }) {
  const element = useRef<HTMLElement>(null)
  usePlace(name, {
    focus: () => focusAnyhow(element.current),
    hasFocus: () => element.current?.contains(document.activeElement) ?? false,
  })
  return <section ref={element} className={classes[name]} {...section} />
}

/** Handles Alt+1 to Alt+4, Alt+0 and Alt+M for a session on screen, draft or signed. */
function useFocusKeys(): void {
  const places = usePlaces()
  useShortcut('subjective', () => places.focus('subjective'))
  useShortcut('objective', () => places.focus('objective'))
  useShortcut('assessment', () => places.focus('assessment'))
  useShortcut('plan', () => places.focus('plan'))
  useShortcut('measures', () => places.focus('measures') || places.show('note'))
  useShortcut('bodyMap', () => places.focus(mapPlaces.regions) || places.focus('map'))
}

interface TabsProps {
  id: string
  pane: Pane
  onChoose: (pane: Pane) => void
}

function PaneTabs({ id, pane, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = pane === 'map' ? 'note' : 'map'
    onChoose(other)
    list.current?.querySelectorAll('button')[panes.indexOf(other)]?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      tabIndex={-1}
      aria-label="Parts of the session"
      className={classes.tabs}
      onKeyDown={onKeyDown}
    >
      {panes.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-${name}-tab`}
          aria-controls={`${id}-${name}`}
          aria-selected={name === pane}
          tabIndex={name === pane ? 0 : -1}
          className={classes.tab}
          onClick={() => onChoose(name)}
        >
          {paneNames[name]}
        </button>
      ))}
    </div>
  )
}
