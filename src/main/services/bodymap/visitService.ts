// The body maps of a client's visits: the last one before a session, and all of them, each compared with the one before.
import { compareMaps } from '#shared/domain/bodymap/comparison.ts'
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { VisitRow } from '../../database/repositories/sessionRepository.ts'
import { found } from '../../records/found.ts'
import type { Handlers } from '../services.ts'
import { earlierVisits } from '../../records/earlierVisits.ts'
import { toFinding } from '../../records/marks.ts'

export function createVisitService(repositories: Repositories): Handlers<'bodymap:lastVisit' | 'bodymap:visits'> {
  const { clients, sessions, findings } = repositories

  /** Gives each visit its map in a phase. Marks that this version does not know are left out. */
  const withMaps = (visits: readonly { readonly row: VisitRow; readonly number: number }[], phase: Phase) => {
    const marked = new Map<string, Finding[]>(visits.map(({ row }) => [row.id, []]))
    for (const row of findings.ofSessions([...marked.keys()])) {
      const finding = toFinding(row)
      if (finding) marked.get(row.sessionId)?.push(finding)
    }
    return visits.map(({ row, number }) => ({
      sessionId: row.id,
      number,
      serviceStart: row.serviceStart,
      isSigned: row.isSigned,
      findings: [...mapAt(marked.get(row.id) ?? [], phase)],
    }))
  }

  return {
    'bodymap:lastVisit': ({ sessionId }) => {
      const visits = earlierVisits(repositories, sessionId)
      const last = visits.at(-1)
      return { visit: withMaps(last ? [{ row: last, number: visits.length }] : [], 'after')[0] ?? null }
    },

    'bodymap:visits': ({ clientId, phase }) => {
      found(clients.byId(clientId))
      const visits = sessions.visitsOf(clientId).map((row, index) => ({ row, number: index + 1 }))
      const maps = withMaps(visits, phase)
      return {
        visits: maps.map((visit, index) => ({
          ...visit,
          comparison: compareMaps(maps[index - 1]?.findings ?? [], visit.findings).map(({ change, was, now }) => ({
            change,
            wasId: was?.id ?? null,
            nowId: now?.id ?? null,
          })),
        })),
      }
    },
  }
}
