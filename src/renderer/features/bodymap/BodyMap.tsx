// The body map of a draft: both views, the editor beside the chosen region, the findings below, undo.
import { Popover } from '@mantine/core'
import { memo, useCallback, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { hasModKey } from '#renderer/ui/keys.ts'
import classes from './BodyMap.module.css'
import { FigureMap } from './FigureMap.tsx'
import { FindingEditor } from './FindingEditor.tsx'
import { FindingsTable } from './FindingsTable.tsx'
import { LegendButton } from './LegendButton.tsx'
import { longRegionName } from './regionWords.ts'
import { UndoBar } from './UndoBar.tsx'
import { useFigureScale } from './useFigureScale.ts'
import type { Findings } from './useFindings.ts'
import { useOpenRegion } from './useOpenRegion.ts'

interface Props {
  sessionId: string
  findings: Findings
  /** Whether a finding could not be saved yet. */
  isUnsaved: (id: string) => boolean
}

/** The views of this map, side by side. */
const shownViews = ['anterior', 'posterior'] as const

export const BodyMap = memo(({ sessionId, findings, isUnsaved }: Props) => {
  const { all, put, putTyping, remove, undo, redo } = findings
  const { map, open, openAt, close } = useOpenRegion(sessionId)
  const name = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [removed, setRemoved] = useState<Finding | null>(null)
  const { ref: figures, sizes } = useFigureScale()

  // Set directly: pointing at regions must not draw the map anew.
  const point = useCallback((words: string | null) => {
    if (name.current) name.current.textContent = words
  }, [])

  const choose = useCallback(
    (view: View, regionId: RegionId, element: Element) => {
      const newest = all.findLast((finding) => finding.regionId === regionId)
      openAt(view, regionId, newest?.id ?? null, element)
    },
    [all, openAt],
  )

  const openFinding = useCallback(
    (finding: Finding) => {
      const view = finding.view === 'posterior' ? 'posterior' : 'anterior'
      if (document.activeElement) openAt(view, finding.regionId, finding.id, document.activeElement)
    },
    [openAt],
  )

  const removeTelling = useCallback(
    (finding: Finding) => {
      remove(finding.id)
      setRemoved(finding)
    },
    [remove],
  )

  /** The keyboard goes on with the next row, so that it never falls out of the list. */
  const removeFromList = useCallback(
    (finding: Finding) => {
      const row = all.indexOf(finding)
      flushSync(() => removeTelling(finding))
      const buttons = list.current?.querySelectorAll<HTMLElement>('td button') ?? []
      const next = buttons[Math.min(row, buttons.length - 1)]
      if (next) next.focus()
      else list.current?.focus()
    },
    [all, removeTelling],
  )

  const forgetRemoved = useCallback(() => setRemoved(null), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open !== null) return close()
    const isText = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (event.key.toLowerCase() !== 'z' || !hasModKey(event) || isText) return
    event.preventDefault()
    if (event.shiftKey) redo()
    else undo()
    forgetRemoved()
  }

  return (
    // The keys are heard here for everything inside; the ground itself takes no part.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.bodyMap} onKeyDown={onKeyDown}>
      <div className={classes.map} ref={map}>
        <div className={classes.top}>
          <div ref={name} className={classes.name} aria-hidden />
          <LegendButton />
        </div>
        <div className={classes.figures} ref={figures}>
          {shownViews.map((view) => (
            <FigureMap
              key={view}
              view={view}
              findings={all}
              openRegion={open?.view === view ? open.regionId : null}
              sizes={sizes}
              onChoose={choose}
              onPoint={point}
            />
          ))}
        </div>
        <UndoBar
          removed={removed}
          onUndo={(finding) => {
            put(finding)
            forgetRemoved()
            list.current?.focus()
          }}
          onGone={forgetRemoved}
        />
        <Popover
          opened={open !== null}
          onChange={(isOpen) => {
            if (!isOpen) close()
          }}
          width={404}
          position="right-start"
          offset={12}
          withRoles={false}
          withArrow
          arrowSize={9}
          shadow="md"
          trapFocus
          returnFocus={false}
          closeOnClickOutside
          middlewares={{ flip: { padding: 8 }, shift: { padding: 8 } }}
          transitionProps={{ duration: 80 }}
        >
          <Popover.Target>
            <div className={classes.anchor} style={open?.box ?? { visibility: 'hidden' }} />
          </Popover.Target>
          <Popover.Dropdown
            p={0}
            role="dialog"
            className={classes.dropdown ?? ''}
            aria-label={open ? `Finding: ${longRegionName(open.regionId)}` : undefined}
          >
            {open && (
              <FindingEditor
                key={`${open.view} ${open.regionId} ${open.findingId}`}
                view={open.view}
                regionId={open.regionId}
                sessionId={sessionId}
                findings={all.filter(({ regionId }) => regionId === open.regionId)}
                firstShown={open.findingId}
                onPut={put}
                onPutTyping={putTyping}
                onRemove={(finding) => {
                  removeTelling(finding)
                  close()
                }}
                onClose={close}
              />
            )}
          </Popover.Dropdown>
        </Popover>
      </div>
      <div className={classes.list} ref={list} tabIndex={-1}>
        {all.length === 0 ? (
          <p className={classes.hint}>Choose a region to mark a finding.</p>
        ) : (
          <FindingsTable findings={all} isUnsaved={isUnsaved} onOpen={openFinding} onRemove={removeFromList} />
        )}
      </div>
    </div>
  )
})
