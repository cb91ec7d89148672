// Use cases of the audit log: what it says, whether it is whole, and its entries as a file.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { ShownEntry } from '#shared/contract/audit.ts'
import { auditProblem } from '#shared/domain/audit/auditCheck.ts'
import { auditCsvHead, auditCsvLine } from '#shared/domain/audit/auditCsv.ts'
import type { AuditAct } from '#shared/domain/audit/auditEntry.ts'
import { displayName } from '#shared/domain/client.ts'
import type { AuditRow } from '../../database/repositories/auditRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { sha256 } from '../../records/auditLog.ts'
import type { Handlers } from '../services.ts'

type AuditChannel = Extract<ServiceChannel, `audit:${string}`>

/** How many entries are read in one step: some two milliseconds. */
const stretchLength = 50

/** Before the first sequence, and before any that somebody may have made up. */
const beginning = Number.MIN_SAFE_INTEGER

const missing: AuditAct = 'entries missing'

type Page = ReturnType<Repositories['audit']['page']>

function toShown({
  firstName,
  lastName,
  preferredName,
  name,
  hash: _,
  previousHash: __,
  ...entry
}: Page[number]): ShownEntry {
  const isThere = firstName !== null && lastName !== null && preferredName !== null
  return {
    ...entry,
    clientName: isThere ? displayName({ firstName, lastName, preferredName }) : null,
    recordName: name,
  }
}

export function createAuditService({ audit }: Pick<Repositories, 'audit'>): Handlers<AuditChannel> {
  return {
    'audit:list'({ filter, upTo, skip, count }) {
      const newest = upTo ?? audit.last()?.sequence ?? 0
      return { total: audit.count(filter, newest), entries: audit.page(filter, newest, skip, count).map(toShown) }
    },

    *'audit:check'() {
      const total = audit.last()?.sequence ?? 0
      const gapNotices: number[] = []
      let before: AuditRow | undefined
      let fitting = 0
      for (;;) {
        const entries = audit.after(before?.sequence ?? beginning, stretchLength)
        for (const entry of entries) {
          const problem = auditProblem(entry, before, sha256)
          if (problem) return { fitting, problem: { sequence: entry.sequence, problem }, missing: gapNotices }
          if (entry.act === missing) gapNotices.push(entry.sequence)
          before = entry
          fitting += 1
        }
        if (entries.length < stretchLength) return { fitting, problem: null, missing: gapNotices }
        yield { stage: 'entries', done: fitting, total }
      }
    },

    *'audit:compose'({ filter }) {
      const lines: string[] = []
      let last = beginning
      for (;;) {
        const entries = audit.matching(filter, last, stretchLength)
        lines.push(...entries.map(auditCsvLine))
        last = entries.at(-1)?.sequence ?? last
        if (entries.length < stretchLength) return { text: auditCsvHead + lines.join(''), count: lines.length }
        yield { stage: 'entries', done: 0, total: 0 }
      }
    },
  }
}
