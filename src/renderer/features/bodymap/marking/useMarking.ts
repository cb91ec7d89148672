// The map's actions on marks: each is one undo step, asks before a no-go area, and is announced.
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Finding, type FindingKind, type Phase, findingKind } from '#shared/domain/bodymap/finding.ts'
import { afterOf } from '#shared/domain/bodymap/markAfter.ts'
import type { NoGoAnswer, NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import { findingCourses, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { labelOfRegion, regionInSentence, type RegionId } from '#shared/domain/bodymap/regions.ts'
import type { Stroke, TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { findingName } from '#renderer/figure/index.ts'
import type { MapSpot } from './mapActs.ts'
import { carryFindings, confirmFindings } from './carriedFindings.ts'
import type { Palette } from './palette.ts'
import type { MarkChange } from './markHistory.ts'
import { newFinding, tapRegion, type Tapped } from './tap.ts'
import type { SessionMarks } from './marks.ts'

/** The question about a no-go area that is about to be marked. */
export interface NoGoQuestion {
  readonly area: NoGoArea
  /** Records the decision and, when it is "marked", marks. */
  decide(decision: NoGoAnswer['decision'], remark: string): void
}

interface Needs {
  readonly sessionId: string
  readonly marks: SessionMarks
  readonly palette: Palette
  readonly noGoAreas: readonly NoGoArea[]
  readonly noGoAnswers: readonly NoGoAnswer[]
  readonly onAnswer: (answer: NoGoAnswer) => void
  /** Announces what happened. */
  readonly say: (words: string) => void
}

/** A change of a finding as the editor makes it. */
export type FindingPart = Partial<Finding>

export interface Marking {
  /** The finding that was marked or chosen last, for the bar above the map; null when none is. */
  readonly selectedId: string | null
  select(id: string | null): void
  tap(spot: MapSpot): void
  /** Undoes what the first tap of a double-tap did. */
  untap(): void
  /** A point at an exact spot; `refersTo` is the region to which it was drawn, if any. */
  point(spot: Omit<MapSpot, 'element'>, refersToRegionId: RegionId | null): void
  add(finding: Finding): void
  /**
   * Changes a finding as it stands in a phase. In the after phase a before-finding is left as it is and continued.
   * @returns the id of the finding that has the change
   */
  edit(finding: Finding, part: FindingPart, phase: Phase, pace?: 'typing'): string
  /** Takes a whole course off the map. */
  remove(course: FindingCourse): void
  /** Takes a finding off as it stands in a phase: in the after phase what was found before is gone. */
  removeAt(finding: Finding, phase: Phase): void
  confirm(findings: readonly Finding[]): void
  /** Takes the findings of an earlier visit over, unconfirmed. */
  carry(findings: readonly Finding[]): void
  draw(stroke: Pick<Stroke, 'view' | 'points'>, phase: Phase): void
  erase(ids: readonly string[]): void
  paint(regionIds: readonly RegionId[], settings: Pick<TreatedArea, 'technique' | 'minutes' | 'pressure'>): void
  putArea(area: TreatedArea, pace?: 'typing'): void
  removeArea(id: string): void
  undo(): void
  redo(): void
  readonly question: NoGoQuestion | null
}

/** Strokes that are erased within this many milliseconds belong to one drag of the eraser. */
const erasingPause = 600

const newId = () => crypto.randomUUID()

/** @returns the actions, stable across renders */
export function useMarking(needs: Needs): Marking {
  const [selectedId, select] = useState<string | null>(null)
  const [question, setQuestion] = useState<NoGoQuestion | null>(null)
  const latest = useLatest(needs)
  const lastErasing = useRef({ at: 0, drag: 0 })
  const lastTapChanged = useRef(false)

  /**
   * Marks at once, or asks first about each region that the safety record forbids or limits.
   * @param go called with the regions to mark, at least one
   */
  const guarded = useCallback(
    (regionIds: readonly RegionId[], kind: FindingKind | null, go: (allowed: readonly RegionId[]) => void) => {
      const { sessionId, noGoAreas, noGoAnswers, onAnswer, say } = latest.current
      const isDecided = ({ regionId }: NoGoArea) =>
        noGoAnswers.some((answer) => answer.regionId === regionId && answer.decision === 'marked')
      const askAbout = (areas: readonly NoGoArea[], allowed: readonly RegionId[]) => {
        const area = areas.find(({ regionId }) => allowed.includes(regionId))
        if (!area) return allowed.length > 0 && go(allowed)
        const { regionId, level, reason } = area
        const decide = (decision: NoGoAnswer['decision'], remark: string) => {
          onAnswer({ id: newId(), sessionId, regionId, level, reason, decision, remark })
          setQuestion(null)
          if (decision === 'left out') say(`${labelOfRegion(regionId)} left out.`)
          const rest = areas.filter((other) => other !== area)
          askAbout(rest, decision === 'marked' ? allowed : allowed.filter((id) => id !== regionId))
        }
        setQuestion({ area, decide })
      }
      askAbout(kind === 'avoid' ? [] : noGoAreas.filter((area) => !isDecided(area)), regionIds)
    },
    [latest],
  )

  const acts = useMemo(() => {
    const findings = () => latest.current.marks.now().findings
    const change = (changes: readonly MarkChange[], topic: string | null = null, pace?: 'typing') =>
      latest.current.marks.change(changes, topic, pace)
    const put = (before: Finding | null, after: Finding, topic?: string | null, pace?: 'typing') =>
      change([{ list: 'findings', before, after }], topic, pace)
    const say = (words: string) => latest.current.say(words)
    const stored = (id: string) => findings().find((one) => one.id === id) ?? null

    const remove = (course: FindingCourse) => {
      const gone = [course.before, course.after].flatMap((one) => one ?? [])
      change(gone.map((before) => ({ list: 'findings', before, after: null })))
      if (gone[0]) say(`Removed: ${findingName(gone[0])}.`)
    }
    const edit: Marking['edit'] = (finding, part, phase, pace) => {
      const topic = `${Object.keys(part).join(' ')} ${finding.id}`
      if (phase === 'after' && finding.phase === 'before') {
        const after = { ...afterOf(finding, newId()), ...part }
        put(null, after)
        return after.id
      }
      put(stored(finding.id), { ...finding, isConfirmed: true, ...part }, topic, pace)
      return finding.id
    }

    return {
      select,
      edit,
      remove,
      tap(spot: MapSpot) {
        lastTapChanged.current = false
        const { palette, sessionId } = latest.current
        guarded([spot.regionId], palette.kind, () => {
          const { before, after, did } = tapRegion({
            ...spot,
            sessionId,
            findings: findings(),
            kind: palette.kind,
            severity: palette.severity,
            newId: newId(),
          })
          if (did !== 'highest') put(before, after)
          lastTapChanged.current = did !== 'highest'
          select(after.id)
          say(tapWords(after, did))
        })
      },
      untap() {
        if (!lastTapChanged.current) return
        latest.current.marks.undo()
        lastTapChanged.current = false
        select(null)
      },
      point(spot: Omit<MapSpot, 'element'>, refersToRegionId: RegionId | null) {
        const { palette, sessionId } = latest.current
        const { kind, severity } = palette
        guarded([spot.regionId], kind, () => {
          const plain = newFinding({ ...spot, sessionId, kind, severity, newId: newId() })
          const after = { ...plain, point: spot.point, refersToRegionId }
          put(null, after)
          select(after.id)
          const refers = refersToRegionId ? `, refers to ${regionInSentence(refersToRegionId)}` : ''
          say(`Point: ${labelOfRegion(spot.regionId)}${refers}.`)
        })
      },
      add(finding: Finding) {
        guarded([finding.regionId], finding.kind, () => {
          put(null, finding)
          select(finding.id)
          say(`Added: ${findingName(finding)}.`)
        })
      },
      removeAt(finding: Finding, phase: Phase) {
        const course = findingCourses(findings()).find(({ before, after }) => before === finding || after === finding)
        if (!course) return
        if (phase === 'before' || !course.before) return remove(course)
        edit(finding, { severity: 0 }, 'after')
        say(`Gone: ${findingName(finding)}.`)
      },
      confirm(carried: readonly Finding[]) {
        confirmFindings(latest.current.marks, carried)
        say(carried.length === 1 ? 'Confirmed.' : `${carried.length} findings confirmed.`)
      },
      carry(earlier: readonly Finding[]) {
        const { marks, sessionId } = latest.current
        const fresh = carryFindings(marks, earlier, sessionId)
        say(`${fresh.length} findings taken over, not confirmed yet.`)
      },
      draw({ view, points }: Pick<Stroke, 'view' | 'points'>, phase: Phase) {
        const { palette, sessionId } = latest.current
        const after: Stroke = { id: newId(), sessionId, phase, view, kind: palette.kind, points: [...points] }
        change([{ list: 'strokes', before: null, after }])
      },
      erase(ids: readonly string[]) {
        const gone = latest.current.marks.now().strokes.filter(({ id }) => ids.includes(id))
        // The strokes of one drag are one undo step.
        const now = performance.now()
        if (now - lastErasing.current.at > erasingPause) lastErasing.current.drag += 1
        lastErasing.current.at = now
        change(
          gone.map((before) => ({ list: 'strokes', before, after: null })),
          `erase ${lastErasing.current.drag}`,
        )
        say(gone.length === 1 ? 'Stroke erased.' : `${gone.length} strokes erased.`)
      },
      paint(regionIds: readonly RegionId[], settings: Pick<TreatedArea, 'technique' | 'minutes' | 'pressure'>) {
        guarded([...new Set(regionIds)], null, (allowed) => {
          const after: TreatedArea = {
            id: newId(),
            sessionId: latest.current.sessionId,
            regionIds: [...allowed],
            ...settings,
          }
          change([{ list: 'areas', before: null, after }])
          say(`Treated, ${settings.technique}: ${listWords(allowed.map((id) => labelOfRegion(id)))}.`)
        })
      },
      putArea(after: TreatedArea, pace?: 'typing') {
        const before = latest.current.marks.now().areas.find(({ id }) => id === after.id) ?? null
        change([{ list: 'areas', before, after }], `area ${after.id}`, pace)
      },
      removeArea(id: string) {
        const before = latest.current.marks.now().areas.find((one) => one.id === id)
        if (before) change([{ list: 'areas', before, after: null }])
      },
      undo: () => say(turnWords('Undone', latest.current.marks.undo())),
      redo: () => say(turnWords('Done again', latest.current.marks.redo())),
    } satisfies Omit<Marking, 'selectedId' | 'question'>
  }, [latest, guarded])

  return useMemo(() => ({ ...acts, selectedId, question }), [acts, selectedId, question])
}

function turnWords(what: string, changes: readonly MarkChange[] | null): string {
  if (!changes) return what === 'Undone' ? 'Nothing to undo.' : 'Nothing to do again.'
  const names = changes.flatMap((one) =>
    one.list === 'findings' ? findingName((one.after ?? one.before) as Finding) : [],
  )
  return names.length === 0
    ? `${what}.`
    : `${what}: ${names.slice(0, 3).join('; ')}${names.length > 3 ? ' and more' : ''}.`
}

/** "Right upper trapezius: pain 6 of 10, raised." */
function tapWords({ regionId, kind, severity }: Finding, did: Tapped['did']): string {
  const what = `${labelOfRegion(regionId)}: ${findingKind(kind).name.toLowerCase()} ${severity} of 10`
  return did === 'highest' ? `${what}, the highest.` : `${what}, ${did}.`
}
