// Everything that is marked, in words, under the map: the same powers without the picture.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useRef, type ReactNode, type Ref, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { UnknownMark } from '#shared/contract/sessions.ts'
import { changeSentence } from '#shared/domain/bodymap/changeSentence.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { findingCourses } from '#shared/domain/bodymap/phases.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { FindingsTable, type TableActions } from '#renderer/figure/index.ts'
import classes from './FindingsPanel.module.css'
import { StrokeList } from '../surfaces/StrokeList.tsx'

interface Props {
  ref?: Ref<HTMLDivElement>
  findings: readonly Finding[]
  strokes: readonly Stroke[]
  /** What only a newer version can read. */
  unknownMarks: readonly UnknownMark[]
  /** The table of treated areas, where there are any. */
  treated: ReactNode
  isUnsaved: (id: string) => boolean
  /** The last visit's date in words and how many of its findings are not here yet; null without a last visit. */
  lastVisit: { readonly when: string; readonly missing: number } | null
  actions: TableActions
  /** Whether the editor is open: it has an "Add finding" of its own. */
  isEditing: boolean
  onAdd: (button: Element) => void
  onCarry: () => void
  onConfirmAll: () => void
  onErase: (id: string) => void
}

export function FindingsPanel(props: Props) {
  const { ref, findings, strokes, unknownMarks, treated, isUnsaved, lastVisit, actions, isEditing } = props
  const change = changeSentence(findings)
  const unconfirmed = findings.filter(({ isConfirmed }) => !isConfirmed).length
  const courses = findingCourses(findings).length
  const isEmpty = findings.length === 0 && strokes.length === 0
  return (
    <div className={classes.panel} ref={ref} tabIndex={-1}>
      <div className={classes.head}>
        <span className={classes.title}>
          Findings {courses > 0 && <span className={classes.count}>{courses}</span>}
        </span>
        {unconfirmed > 0 && (
          <Button size="compact-xs" variant="default" onClick={props.onConfirmAll}>
            Confirm findings
          </Button>
        )}
        <span className={classes.gap} />
        {lastVisit && lastVisit.missing > 0 && (
          <Button size="compact-xs" variant="default" onClick={props.onCarry} title={`Findings of ${lastVisit.when}`}>
            Same as last visit
          </Button>
        )}
        {/* Hidden, not taken away: the focus comes back to it. */}
        <Button
          size="compact-xs"
          variant="default"
          style={isEditing ? { visibility: 'hidden' } : undefined}
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={(event) => props.onAdd(event.currentTarget)}
        >
          Add finding
        </Button>
      </div>
      {change && <p className={classes.change}>{change}</p>}
      {isEmpty ? (
        <p className={classes.hint}>
          Tap a region to mark it; again to raise its severity. Hold, right-click or Enter opens it.
        </p>
      ) : (
        findings.length > 0 && (
          <FindingsTable
            findings={findings}
            isUnsaved={isUnsaved}
            carriedFrom={lastVisit?.when ?? null}
            actions={actions}
          />
        )
      )}
      {treated}
      {unknownMarks.map(({ id, mark, regionId, kind }) => (
        <p key={id} className={classes.unknown}>
          A newer version of Palpate made this {mark}: {regionId !== null && `${labelOfRegion(regionId)}, `}
          {kind}. It is kept as it is.
        </p>
      ))}
      {strokes.length > 0 && <StrokeList strokes={strokes} onErase={props.onErase} />}
    </div>
  )
}

interface ListFocus {
  /** For the panel that holds the lists; it takes the focus when they have nothing left to press. */
  readonly panel: RefObject<HTMLDivElement | null>
  /** Does the act; where the focus would be lost, its row keeps it, or the row that comes next. */
  readonly keepingFocus: (act: () => void) => void
}

/**
 * Keeps the keyboard in the lists under the map when an act takes away the button that was pressed.
 * @returns `keepingFocus` is stable across renders
 */
export function useListFocus(): ListFocus {
  const panel = useRef<HTMLDivElement>(null)
  const keepingFocus = useCallback((act: () => void) => {
    const rows = () => [...(panel.current?.querySelectorAll('tbody tr') ?? [])]
    const buttonOf = (row: Element | undefined, selector: 'tr button' | 'td button') =>
      [...(panel.current?.querySelectorAll<HTMLElement>(selector) ?? [])].find((button) => row?.contains(button))
    const index = rows().findIndex((row) => row.contains(document.activeElement))
    const row = rows()[index]
    flushSync(act)
    if (document.activeElement !== document.body) return
    const next = row?.isConnected
      ? buttonOf(row, 'tr button')
      : buttonOf(rows().at(Math.min(index, rows().length - 1)), 'td button')
    if (index >= 0 && next) next.focus()
    else panel.current?.focus()
  }, [])
  return { panel, keepingFocus }
}
