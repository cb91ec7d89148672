// The barest way to the rows that the app's lists show, and to a commit: SQL on the encrypted file and nothing around it.
import type { OpenDatabase, Sqlite } from '#main/database/openDatabase.ts'

const clientsSql = `
SELECT c.id, c.first_name, c.last_name, c.preferred_name, c.date_of_birth, c.phone, c.email, c.alert, c.archived_at,
  MAX(s.service_start), COUNT(s.id), COUNT(s.id) - COUNT(g.sequence)
FROM client c
LEFT JOIN session s ON s.client_id = c.id AND s.discarded_at IS NULL
LEFT JOIN signature g ON g.subject_id = s.id
GROUP BY c.id ORDER BY c.sort_key, c.id`

const sessionsSql = `
SELECT s.id, s.client_id, s.service_start, s.length_minutes, s.place, s.pain_before, s.pain_after, n.plain_text,
  g.signed_at, (SELECT COUNT(*) FROM finding f WHERE f.session_id = s.id),
  (SELECT COUNT(*) FROM addendum a WHERE a.session_id = s.id)
FROM session s
LEFT JOIN signature g ON g.subject_id = s.id
LEFT JOIN note_section n ON n.session_id = s.id AND n.section = 'assessment'
WHERE s.client_id = ? AND s.discarded_at IS NULL
ORDER BY s.service_start DESC`

// The comparison needs every column but the times.
const visitFindingsSql = `
SELECT f.id, f.session_id, f.region_id, f.structure_id, f.kind, f.severity, f.depth, f.phase, f.view, f.x, f.y,
  f.refers_to, f.remark, f.refers_to_region_id, f.continues_id, f.carried_from_id, f.is_confirmed
FROM session s JOIN finding f ON f.session_id = s.id
WHERE s.client_id = ? AND s.discarded_at IS NULL
ORDER BY f.session_id, f.created_at`

export interface BareQueries {
  clients(): number
  /** The client's own row and those of the sessions. */
  client(id: string): number
  /** All findings of a client. */
  findings(clientId: string): number
}

/** Prepared once, as the app's are. Each answers with the number of rows. */
export function bareQueries({ sqlite }: OpenDatabase): BareQueries {
  const clients = sqlite.prepare(clientsSql)
  const client = sqlite.prepare('SELECT * FROM client WHERE id = ?')
  const sessions = sqlite.prepare(sessionsSql)
  const findings = sqlite.prepare(visitFindingsSql)
  return {
    clients: () => clients.all().length,
    client: (id) => client.all(id).length + sessions.all(id).length,
    findings: (clientId) => findings.all(clientId).length,
  }
}

/** A commit of one text over the one before, on a table that has nothing but that text. */
export function bareCommit(sqlite: Sqlite): (text: string) => void {
  sqlite.exec("CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO bare VALUES (1, '')")
  const update = sqlite.prepare('UPDATE bare SET text = ? WHERE id = 1')
  return (text) => void update.run(text)
}
