// The measures of a note in a row of tiles. Of a draft: those that are asked for, those that have values, and a quiet "+".
import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { memo, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { loadInWords, painInWords } from '#shared/domain/measureChange.ts'
import { rangeName, allMeasureLines } from '#shared/domain/measureLines.ts'
import {
  longestSleep,
  measureIds,
  measureNames,
  type FunctionActivity,
  type MeasureId,
  type MeasureScore,
  type RangeOfMotion,
} from '#shared/domain/measures.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { focusFirst, usePlace } from '#renderer/ui/places.tsx'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import { ActivityTiles } from './ActivityTiles.tsx'
import { AddMeasure, formOfAdded, type Added } from './AddMeasure.tsx'
import paper from '#renderer/ui/paper.module.css'
import classes from './measures.module.css'
import { RangeTile } from './RangeTile.tsx'
import { readHours } from './rangeText.ts'
import { ScoreTile } from './ScoreTile.tsx'
import { RowContext, Tile } from './Tile.tsx'
import { TypedValue } from './TypedValue.tsx'
import type { Hours, MeasureActions, MeasureStore, Pain } from '../../draft/measures.ts'

interface Props {
  record: SessionRecord
  store: MeasureStore
}

const removedMessage = 'measure-removed'

/** What was being added before a lock or a restart. */
const unfinished = (sessionId: string): Added | null =>
  (['activity', 'range'] as const).find((added) => areTextsKept(formOfAdded(sessionId, added))) ?? null

export const MeasuresRow = memo(({ record, store }: Props) => {
  const { pain, measures } = useStore(store.state)
  const { actions } = store
  const { data: earlier } = useAnswer('measures:earlier', { sessionId: record.id })
  const [wanted, setWanted] = useState<readonly MeasureId[]>([])
  const [adding, setAdding] = useState<Added | null>(() => unfinished(record.id))
  const [newest, setNewest] = useState<string | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const plus = useRef<HTMLButtonElement>(null)
  usePlace('measures', {
    focus: () => focusFirst(row.current),
    hasFocus: () => row.current?.contains(document.activeElement) ?? false,
  })
  // Undo must not change a draft that was opened again.
  useEffect(() => () => void notifications.hide(removedMessage), [])

  /** The removed tile had the focus. */
  const notifyRemoved = (name: string, putBack: () => void) => {
    plus.current?.focus()
    notifyWithUndo(removedMessage, `${name} removed`, () => Promise.resolve(putBack()))
  }
  const removeRange = (range: RangeOfMotion) => {
    actions.removeRange(range.id)
    notifyRemoved(rangeName(range), () => actions.putRange(range))
  }
  const removeActivity = (one: FunctionActivity) => {
    actions.removeActivity(one.id)
    notifyRemoved(one.activity, () => actions.putActivity(one))
  }

  const hasValue = (id: MeasureId): boolean => {
    if (id === 'pain') return pain.painBefore !== null || pain.painAfter !== null
    if (id === 'rangeOfMotion') return measures.ranges.length > 0
    if (id === 'function') return measures.activities.length > 0
    return measures.scores.some(({ measure }) => measure === id)
  }
  const shown = [...new Set([...record.measuresAsked, ...measureIds.filter(hasValue), ...wanted])]
  const scoreOf = (name: MeasureScore['measure']) =>
    measures.scores.find(({ measure }) => measure === name) ?? { before: null, after: null }
  const sleep = measures.scores.find((score) => score.measure === 'sleep')

  const tiles = (id: MeasureId) => {
    switch (id) {
      case 'pain':
        return <PainTile key={id} pain={pain} actions={actions} takesFocus={newest === id} />
      case 'sleep':
        return (
          <SleepTile
            key={id}
            hours={sleep?.before ?? null}
            text={sleep?.beforeText}
            actions={actions}
            takesFocus={newest === id}
          />
        )
      case 'rangeOfMotion':
        return measures.ranges.length > 0
          ? measures.ranges.map((range) => (
              <RangeTile
                key={range.id}
                range={range}
                takesFocus={newest === range.id}
                onPut={actions.putRange}
                onRemove={() => removeRange(range)}
              />
            ))
          : emptyTile('range', measureNames.rangeOfMotion)
      case 'function':
        return measures.activities.length > 0 ? (
          <ActivityTiles
            key={id}
            activities={measures.activities}
            earlier={earlier}
            newest={newest}
            onPut={actions.putActivity}
            onRemove={removeActivity}
          />
        ) : (
          emptyTile('activity', measureNames.function)
        )
      // Every other is a score from 0 to 10, before and after.
      default: {
        const { before, after } = scoreOf(id)
        return (
          <ScoreTile
            key={id}
            name={measureNames[id]}
            takesFocus={newest === id}
            change={loadInWords(before, after)}
            scores={[
              {
                label: `${measureNames[id]} before`,
                row: 'before',
                value: before,
                onChange: (value) => actions.setScore(id, { before: value }),
              },
              {
                label: `${measureNames[id]} after`,
                row: 'after',
                value: after,
                onChange: (value) => actions.setScore(id, { after: value }),
              },
            ]}
          />
        )
      }
    }
  }
  const emptyTile = (what: Added, name: string) => (
    <Tile key={name} name={name}>
      <button type="button" className={classes.add} onClick={() => setAdding(what)}>
        Add {what === 'range' ? 'a movement' : 'an activity'}
      </button>
    </Tile>
  )

  return (
    <div ref={row} className={classes.row} role="group" aria-label="Measures">
      <RowContext value={row}>{shown.map(tiles)}</RowContext>
      <AddMeasure
        sessionId={record.id}
        added={adding}
        onClose={() => setAdding(null)}
        measures={measures}
        earlier={earlier}
        onAdd={(what) => {
          if ('range' in what) actions.putRange(what.range)
          else actions.putActivity(what.activity)
          setNewest('range' in what ? what.range.id : what.activity.id)
          setAdding(null)
        }}
      >
        <div className={classes.more}>
          <Menu position="bottom-start" shadow="md" returnFocus={false}>
            <Menu.Target>
              <ActionIcon ref={plus} variant="subtle" color="gray" size={28} aria-label="Add a measure">
                <IconPlus size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown className={paper.floating ?? ''}>
              {measureIds
                .filter((id) => id === 'rangeOfMotion' || id === 'function' || !shown.includes(id))
                .map((id) => (
                  <Menu.Item
                    key={id}
                    onClick={() => {
                      if (id === 'rangeOfMotion' || id === 'function') {
                        return setAdding(id === 'function' ? 'activity' : 'range')
                      }
                      setWanted((before) => [...before, id])
                      setNewest(id)
                    }}
                  >
                    {measureNames[id]}
                  </Menu.Item>
                ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      </AddMeasure>
    </div>
  )
})

interface OneProps {
  actions: MeasureActions
  takesFocus: boolean
}

const PainTile = ({ pain: { painBefore, painAfter }, actions, takesFocus }: OneProps & { pain: Pain }) => (
  <ScoreTile
    name={measureNames.pain}
    takesFocus={takesFocus}
    change={painInWords(painBefore, painAfter)}
    scores={[
      {
        label: 'Pain before',
        row: 'before',
        value: painBefore,
        onChange: (value) => actions.setPain({ painBefore: value }),
      },
      {
        label: 'Pain after',
        row: 'after',
        value: painAfter,
        onChange: (value) => actions.setPain({ painAfter: value }),
      },
    ]}
  />
)

function SleepTile({ hours, text, actions, takesFocus }: OneProps & Hours) {
  const step = (by: number) => Math.min(longestSleep, Math.max(0, (hours ?? 7) + by / 2))
  // What is typed in other words has its unit in them, if it ends with no number.
  const hasUnit = text === undefined || /\d$/.test(text)
  return (
    <Tile name={measureNames.sleep}>
      <TypedValue<Hours>
        label="Sleep, hours"
        shown={hours === null ? (text ?? '') : String(hours)}
        read={readHours}
        hint="Hours of last night, or in your own words"
        {...(hasUnit && { unit: '\u202fh' })}
        takesFocus={takesFocus}
        onChange={(next) => actions.setSleep(next, 'typing')}
        onStep={(by) => actions.setSleep({ hours: step(by), text: undefined }, 'at once')}
      />
    </Tile>
  )
}

type Measured = Pick<SessionRecord, 'painBefore' | 'painAfter' | 'measures'>

/** The measures of a signed note: the same tiles, to be read. */
export function MeasuresRead({ record }: { record: Measured }) {
  const row = useRef<HTMLDivElement>(null)
  usePlace('measures', { focus: () => focusFirst(row.current) })
  const lines = allMeasureLines(record)
  if (lines.length === 0) return null
  return (
    <div ref={row} className={classes.row} role="group" aria-label="Measures">
      {lines.map(({ key, name, value, change }) => (
        <Tile key={key} name={name} change={change}>
          <span className={classes.read}>{value}</span>
        </Tile>
      ))}
    </div>
  )
}
