// The note of a session, as a kind of record. Its id is its session's id.
import { sectionIds } from '#shared/domain/note/sections.ts'
import {
  canonicalNote,
  canonicalVersion,
  canonicalVersions,
  isCanonicalVersion,
  isSealWithinForm,
  isWithinForm,
} from '#shared/domain/record/canonical.ts'
import { isOfClient, type NoteContent } from '#shared/domain/record/signedContent.ts'
import type { SectionRow } from '../../../database/repositories/noteRepository.ts'
import type { Repositories } from '../../../database/repositories/repositories.ts'
import type { SessionRow } from '../../../database/repositories/sessionRepository.ts'
import { countsSessions } from './recordScan.ts'
import { hasOwnText, type SignedKind } from './signedKind.ts'

export const note: SignedKind = {
  name: 'note',
  versions: canonicalVersions,
  version: canonicalVersion,
  read(repositories, id) {
    const session = repositories.sessions.byId(id)
    if (!session || session.discardedAt !== null) return undefined
    const sections = repositories.notes.sectionsOf([id])
    const content = noteContent(repositories, session, sections)
    return {
      sessionId: session.id,
      clientId: session.clientId,
      canonical(version, seal) {
        if (!isCanonicalVersion(version) || !isOfClient(seal)) return null
        if (!isSealWithinForm(version, seal) || !isWithinForm(version, content)) return null
        return canonicalNote(version, seal, content)
      },
      hasOwnTexts: () => sections.every(hasOwnText),
    }
  },
  scans: [
    countsSessions('answers without signature', ['answers unsigned']),
    countsSessions('parts without session', [
      'sections without session',
      'additions without session',
      'answers without session',
    ]),
  ],
}

function noteContent(repositories: Repositories, session: SessionRow, sections: readonly SectionRow[]): NoteContent {
  const { findings, strokes, treatedAreas, noGo, measures, items, timer, signAnswers } = repositories
  const ids = [session.id]
  const listed = items.ofSessions(ids)
  return {
    session,
    sections: sectionIds.flatMap((section) =>
      sections
        .filter((row) => row.section === section)
        .map(({ schemaVersion, document }) => ({ section, schemaVersion, document: JSON.parse(document) as unknown })),
    ),
    findings: findings.ofSessions(ids).map((row) => ({
      ...row,
      point: row.x === null || row.y === null ? null : { x: row.x, y: row.y },
      isConfirmed: row.isConfirmed === 1,
    })),
    strokes: strokes.ofSessions(ids).map((row) => ({ ...row, points: row.points.toString('base64') })),
    treatedAreas: treatedAreas.ofSessions(ids),
    noGoAnswers: noGo.answersOf(ids),
    scores: measures.scores.ofSessions(ids),
    ranges: measures.ranges.ofSessions(ids),
    activities: measures.activities.ofSessions(ids),
    techniques: listed.filter(({ list }) => list === 'technique'),
    homework: listed.filter(({ list }) => list === 'homework'),
    timedSpans: timer.ofSessions(ids),
    signAnswers: signAnswers.ofSessions(ids),
  }
}
