// The frame of a session: one header line, map and note side by side (or as tabs where there is no room), a footer.
import { useMediaQuery } from '@mantine/hooks'
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import classes from './SessionFrame.module.css'
import { panes, type Pane } from './panes.ts'
import { useFocusKeys } from './useFocusKeys.ts'

interface Props {
  header: ReactNode
  map: ReactNode
  note: ReactNode
  footer: ReactNode
  /** The pane that is seen where there is room for one. */
  pane: Pane
  onChoosePane: (pane: Pane) => void
}

const paneNames: Readonly<Record<Pane, string>> = { map: 'Body map', note: 'Note' }

/** Below this width of the window the panes become tabs: 200 % zoom of a small screen, a narrow window. */
const narrow = '(max-width: 900px)'

export function SessionFrame({ header, map, note, footer, pane, onChoosePane }: Props) {
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false })
  const id = useId()
  const content = { map, note }
  useFocusKeys(onChoosePane)
  return (
    <div className={classes.frame} data-narrow={isNarrow || undefined}>
      {header}
      {isNarrow && <PaneTabs id={id} pane={pane} onChoose={onChoosePane} />}
      <div className={classes.panes}>
        {panes.map((name) => (
          <section
            key={name}
            id={`${id}-${name}`}
            className={classes[name]}
            data-pane={name}
            hidden={isNarrow && name !== pane}
            {...(isNarrow
              ? { role: 'tabpanel', 'aria-labelledby': `${id}-${name}-tab` }
              : { 'aria-label': paneNames[name] })}
          >
            {content[name]}
          </section>
        ))}
      </div>
      {footer}
    </div>
  )
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
