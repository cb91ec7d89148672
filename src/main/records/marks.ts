// Reads and writes marks of the body map in the database.
import type { SessionRecord, UnknownMark } from '#shared/contract/sessions.ts'
import { views, type View } from '#shared/domain/bodymap/figure.ts'
import { findingKinds, type Finding, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import type { NoGoAnswer, NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import type { Stroke, TreatedArea } from '#shared/domain/bodymap/marks.ts'
import type { FindingRow, StrokeRow, TreatedAreaRow } from '../database/repositories/bodyMarkRepository.ts'
import type { NoGoAnswerRow, NoGoAreaRow } from '../database/repositories/noGoRepository.ts'

const knownKinds: ReadonlySet<string> = new Set(findingKinds.map(({ id }) => id))
const knownViews: ReadonlySet<string> = new Set(views)

const isKnown = <T extends { kind: string; view: string }>(row: T): row is T & { kind: FindingKind; view: View } =>
  knownKinds.has(row.kind) && knownViews.has(row.view)

/** The stored finding, or null when a newer version of the app gave it a kind or a view that this one does not know. */
export function toFinding(row: FindingRow): Finding | null {
  if (!isKnown(row)) return null
  return {
    id: row.id,
    sessionId: row.sessionId,
    regionId: row.regionId,
    structureId: row.structureId,
    kind: row.kind,
    severity: row.severity,
    depth: row.depth,
    phase: row.phase,
    view: row.view,
    point: row.x === null || row.y === null ? null : { x: row.x, y: row.y },
    refersTo: row.refersTo,
    refersToRegionId: row.refersToRegionId,
    remark: row.remark,
    continuesId: row.continuesId,
    carriedFromId: row.carriedFromId,
    isConfirmed: row.isConfirmed === 1,
  }
}

/** The columns of a finding except its times. */
export function toFindingRow({ point, isConfirmed, ...fields }: Finding): Omit<FindingRow, 'createdAt' | 'updatedAt'> {
  return { ...fields, x: point?.x ?? null, y: point?.y ?? null, isConfirmed: isConfirmed ? 1 : 0 }
}

const bytesPerPoint = 12

/** Points as they are stored: little-endian 32-bit floats. */
export function encodePoints(points: readonly number[]): Buffer {
  const bytes = Buffer.alloc(points.length * 4)
  points.forEach((value, index) => bytes.writeFloatLE(value, index * 4))
  return bytes
}

/** The numbers of stored points, or null when they are damaged. */
export function decodePoints(bytes: Buffer): number[] | null {
  if (bytes.length === 0 || bytes.length % bytesPerPoint !== 0) return null
  const points = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))
  return points.every(Number.isFinite) ? points : null
}

/** The stored stroke, or null as for {@link toFinding} and when its points are damaged. */
export function toStroke(row: StrokeRow): Stroke | null {
  const points = decodePoints(row.points)
  if (!isKnown(row) || points === null) return null
  const { id, sessionId, phase, view, kind } = row
  return { id, sessionId, phase, view, kind, points }
}

export const toTreatedArea = ({
  id,
  sessionId,
  regionIds,
  technique,
  minutes,
  pressure,
}: TreatedAreaRow): TreatedArea => ({ id, sessionId, regionIds: [...regionIds], technique, minutes, pressure })

export const toNoGoArea = ({ id, clientId, regionId, level, reason }: NoGoAreaRow): NoGoArea => ({
  id,
  clientId,
  regionId,
  level,
  reason,
})

export const toNoGoAnswer = ({ answeredAt: _, ...answer }: NoGoAnswerRow): NoGoAnswer => answer

/** The rows of the marks of one session. */
interface MarkRows {
  readonly findings: readonly FindingRow[]
  readonly strokes: readonly StrokeRow[]
  readonly treatedAreas: readonly TreatedAreaRow[]
}

const unknownFinding = ({ id, phase, regionId, kind, severity, remark }: FindingRow): UnknownMark => ({
  id,
  mark: 'finding',
  phase,
  regionId,
  kind,
  severity,
  remark,
})

const unknownStroke = ({ id, phase, kind }: StrokeRow): UnknownMark => ({
  id,
  mark: 'stroke',
  phase,
  regionId: null,
  kind,
  severity: null,
  remark: '',
})

/** The marks of one session as the contract gives them: the ones that this version can show, and the others in words. */
export function toMarks(rows: MarkRows): Pick<SessionRecord, 'findings' | 'strokes' | 'treatedAreas' | 'unknownMarks'> {
  const findings: Finding[] = []
  const strokes: Stroke[] = []
  const unknownMarks: UnknownMark[] = []
  for (const row of rows.findings) {
    const finding = toFinding(row)
    if (finding) findings.push(finding)
    else unknownMarks.push(unknownFinding(row))
  }
  for (const row of rows.strokes) {
    const stroke = toStroke(row)
    if (stroke) strokes.push(stroke)
    else unknownMarks.push(unknownStroke(row))
  }
  return { findings, strokes, treatedAreas: rows.treatedAreas.map(toTreatedArea), unknownMarks }
}
