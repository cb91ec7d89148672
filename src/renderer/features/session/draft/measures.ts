// The measures of a draft as they stand on screen. A choice is saved at once, what is typed after a short pause.
import { notifications } from '@mantine/notifications'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import {
  mostActivities,
  mostRanges,
  type FunctionActivity,
  type MeasureScore,
  type RangeOfMotion,
  type SessionMeasures,
} from '#shared/domain/measures.ts'
import { rangeName } from '#shared/domain/measureLines.ts'
import type { Autosave, Pace } from './autosave.ts'

/** Hours of sleep. */
export interface Hours {
  readonly hours: number | null
  /** What was typed where it is no number of hours. */
  readonly text: string | undefined
}

export interface Pain {
  readonly painBefore: number | null
  readonly painAfter: number | null
}

export interface MeasureActions {
  setPain(change: Partial<Pain>): void
  /** Sets a score, or one half of it. */
  setScore(
    name: Exclude<MeasureScore['measure'], 'sleep'>,
    change: { readonly before?: number | null; readonly after?: number | null },
    pace?: Pace,
  ): void
  setSleep(slept: Hours, pace: Pace): void
  /** Adds a range, or changes the one of its id. */
  putRange(range: RangeOfMotion, pace?: Pace): void
  putActivity(activity: FunctionActivity): void
  removeRange(id: string): void
  removeActivity(id: string): void
}

/** Adds the row, or puts it in the place of the one of its id. */
function withRow<R extends { readonly id: string }>(rows: readonly R[], row: R): R[] {
  if (rows.some(({ id }) => id === row.id)) return rows.map((one) => (one.id === row.id ? row : one))
  return [...rows, row]
}

/** Also when a removal is undone after its place was taken. */
const notifyFull = (added: 'range' | 'activity', name: string): void =>
  void notifications.show({
    id: 'measures-full',
    color: 'ember',
    message: `${fullWords[added]} Left out: ${name}.`,
    autoClose: 12_000,
  })

/** The store of a draft's measures. */
export interface MeasureStore {
  readonly state: StoreApi<{ readonly pain: Pain; readonly measures: SessionMeasures }>
  readonly actions: MeasureActions
}

/** @param record the stored state; read once */
export function createMeasures(record: SessionRecord, autosave: Pick<Autosave, 'change'>): MeasureStore {
  const { id, painBefore, painAfter } = record
  const state = createStore<{ readonly pain: Pain; readonly measures: SessionMeasures }>(() => ({
    pain: { painBefore, painAfter },
    measures: record.measures,
  }))
  const now = () => state.getState().measures
  const change = (part: Partial<SessionMeasures>, pace: Pace = 'at once') => {
    state.setState({ measures: { ...now(), ...part } })
    autosave.change(
      'measures',
      () => ({ changes: [{ operation: 'session:saveMeasures', input: { id, measures: now() } }] }),
      pace,
    )
  }
  const actions: MeasureActions = {
    setPain: (part) => {
      state.setState(({ pain }) => ({ pain: { ...pain, ...part } }))
      autosave.change(
        'pain',
        () => ({ changes: [{ operation: 'session:savePain', input: { id, ...state.getState().pain } }] }),
        'at once',
      )
    },
    setSleep: ({ hours, text }, pace) => {
      const others = now().scores.filter((one) => one.measure !== 'sleep')
      const slept: MeasureScore = { measure: 'sleep', before: hours, after: null, beforeText: text }
      change({ scores: hours === null && text === undefined ? others : [...others, slept] }, pace)
    },
    setScore: (measure, part, pace) => {
      const others = now().scores.filter((one) => one.measure !== measure)
      const was = now().scores.find((one) => one.measure === measure)
      const score = { before: was?.before ?? null, after: was?.after ?? null, ...part }
      const isEmpty = score.before === null && score.after === null
      change({ scores: isEmpty ? others : [...others, { measure, ...score }] }, pace)
    },
    putRange(range, pace) {
      const ranges = withRow(now().ranges, range)
      if (ranges.length > mostRanges) return notifyFull('range', rangeName(range))
      change({ ranges }, pace)
    },
    putActivity(activity) {
      const activities = withRow(now().activities, activity)
      if (activities.length > mostActivities) return notifyFull('activity', activity.activity)
      change({ activities })
    },
    removeRange: (gone) => change({ ranges: now().ranges.filter((range) => range.id !== gone) }),
    removeActivity: (gone) => change({ activities: now().activities.filter((activity) => activity.id !== gone) }),
  }
  return { state, actions }
}

/** The words where a session has no room for one more range or activity. */
const fullWords = {
  range: `A session can have at most ${mostRanges} ranges.`,
  activity: 'The scale takes at most three activities.',
} as const

/** The words when there is no room for one more; null while there is. */
export function noRoomWords(
  { ranges, activities }: Pick<SessionMeasures, 'ranges' | 'activities'>,
  added: 'range' | 'activity',
): string | null {
  const isFull = added === 'range' ? ranges.length >= mostRanges : activities.length >= mostActivities
  return isFull ? fullWords[added] : null
}
