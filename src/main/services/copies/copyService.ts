// Another copy of the open vault: what it has that is not here, and its sessions as drafts here. Nothing that is here changes.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { ClientDifference, CopyComparison, OtherAddition, OtherSession } from '#shared/contract/copies.ts'
import type { AuditAct, AuditedRecord } from '#shared/domain/audit/auditEntry.ts'
import { byName, displayName, emptyClient, type ClientFields } from '#shared/domain/client.ts'
import type { ClientRow } from '../../database/repositories/clientRepository.ts'
import type { AddendumRow } from '../../database/repositories/noteRepository.ts'
import { createRepositories, type Repositories } from '../../database/repositories/repositories.ts'
import type { SignatureRow } from '../../database/repositories/signatureRepository.ts'
import type { FoundSession, StoredRow, WholeSession } from '../../database/repositories/wholeSessionRepository.ts'
import { sha256 } from '../../records/auditLog.ts'
import { found } from '../../records/found.ts'
import type { Handlers, OpenCopies, Surroundings } from '../services.ts'
import { changesSince } from './changesSince.ts'
import { erasuresThere, otherRecords } from './otherRecords.ts'
import { contentOf, withNewIds } from './sessionContent.ts'

type CopyChannel = Extract<ServiceChannel, `copy:${string}`>

/** What else is needed. */
interface Parts {
  readonly copies: OpenCopies
  /** Does something and makes an entry of the audit log for each record that it was done on, all or nothing. */
  readonly record: <T>(act: AuditAct, work: () => { answer: T; records: readonly AuditedRecord[] }) => T
}

const excerptLength = 140
const sectionOrder = ['assessment', 'subjective', 'objective', 'plan']

/** The beginning of the note, of its first section in the order of lists. */
function excerptOf({ tables }: WholeSession): string {
  const rows = tables.get('note_section') ?? []
  const texts = sectionOrder.map((section) => {
    const text = rows.find((row) => row['section'] === section)?.['plain_text']
    return typeof text === 'string' ? text.trim() : ''
  })
  const characters = Array.from((texts.find((text) => text !== '') ?? '').replace(/\s+/gu, ' '))
  return characters.length > excerptLength ? `${characters.slice(0, excerptLength).join('')}…` : characters.join('')
}

/** The areas in force, in an order of their own. */
const noGoAreasOf = ({ noGo }: Repositories, clientId: string) =>
  noGo
    .areasOf(clientId)
    .map(({ regionId, level, reason }) => JSON.stringify([regionId, level, reason]))
    .toSorted()
    .join()

function differenceOf(here: Repositories, there: Repositories, client: ClientRow): ClientDifference | null {
  const own = here.clients.byId(client.id)
  if (own === undefined) return null
  const names = Object.keys(emptyClient) as (keyof ClientFields)[]
  const fields = names
    .filter((field) => own[field] !== client[field])
    .map((field) => ({ field, there: client[field] ?? '' }))
  const areNoGoAreasOther = noGoAreasOf(here, client.id) !== noGoAreasOf(there, client.id)
  if (fields.length === 0 && !areNoGoAreasOther) return null
  return { id: client.id, name: displayName(own), fields, areNoGoAreasOther }
}

export function createCopyService(
  here: Repositories,
  { clock, newId, language }: Surroundings,
  { copies, record }: Parts,
): Handlers<CopyChannel> {
  const openCopy = (id: string): Repositories => createRepositories(found(copies(id)))

  /** The same session was brought in from there before, as it is there now. */
  const isBroughtIn = (thereId: string, hash: string) => here.origins.hasFrom(thereId, hash)

  /** It was brought in there from here, and nobody has written in it since. */
  function cameFromHere(there: Repositories, id: string, hash: string): boolean {
    const [origin] = there.origins.ofSessions([id])
    return origin?.contentHash === hash && here.sessions.byId(origin.thereId) !== undefined
  }

  /** Additions of a session that are only there; one that was written again here, with the same words, is not. */
  function additionsThere(
    there: Repositories,
    client: ClientRow,
    { id, serviceStart }: Pick<FoundSession, 'id' | 'serviceStart'>,
  ): OtherAddition[] {
    const own = here.notes.addendaOf([id])
    const ids = new Set(own.map(({ addendum }) => addendum.id))
    const said = new Set(own.map(({ addendum }) => wordsOfAddition(addendum)))
    return there.notes
      .addendaOf([id])
      .filter(({ addendum }) => !ids.has(addendum.id) && !said.has(wordsOfAddition(addendum)))
      .map(({ addendum, signature }) => ({
        id: addendum.id,
        sessionId: id,
        clientName: displayName(client),
        serviceStart,
        kind: addendum.kind,
        part: addendum.correctsPart,
        reason: addendum.reason,
        plainText: addendum.plainText,
        createdAt: addendum.createdAt,
        createdOffset: addendum.createdOffset,
        signature: signature && thereSigned(signature),
        isNoteHere: here.signatures.of(id) !== undefined,
      }))
  }

  /** What is to be said of a session that was changed there; null where it says the same here. */
  function otherSession(
    there: Repositories,
    client: ClientRow,
    { id, clientId, serviceStart }: FoundSession,
  ): OtherSession | null {
    const whole = there.wholeSessions.read(id)
    if (whole === null) return null
    const content = contentOf(whole)
    const hash = hashOf(whole)
    const signature = there.signatures.of(id)
    const isSignedHere = here.signatures.of(id) !== undefined
    const own = here.wholeSessions.read(id)
    if (own !== null && contentOf(own) === content && (signature === undefined || isSignedHere)) return null
    if (cameFromHere(there, id, hash)) return null
    const state = own === null ? 'missing' : isSignedHere ? 'signed' : 'draft'
    return {
      id,
      clientId,
      clientName: displayName(client),
      serviceStart,
      excerpt: excerptOf(whole),
      signature: signature ? thereSigned(signature) : null,
      here: here.wholeSessions.isDiscarded(id) ? 'in the bin' : state,
      additions: additionsThere(there, client, { id, serviceStart }).length,
      isBroughtIn: isBroughtIn(id, hash),
    }
  }

  /** Adds a client of the copy who is not here, with their no-go areas. Within a transaction. */
  function addClient(there: Repositories, client: ClientRow): AuditedRecord {
    const { defaultTemplateId: template } = client
    const isTemplateHere = template !== null && here.templates.byId(template) !== undefined
    here.clients.insert({ ...client, defaultTemplateId: isTemplateHere ? template : null })
    for (const area of there.noGo.areasOf(client.id)) here.noGo.insertArea(area)
    return { kind: 'client', id: client.id }
  }

  const bringClient = (there: Repositories, id: string): number =>
    here.atomic(() => {
      const client = there.clients.byId(id)
      if (client === undefined || here.erasures.isErased(id) || here.clients.byId(id) !== undefined) return 0
      return record('brought in', () => ({ answer: 1, records: [addClient(there, client)] }))
    })()

  /** Makes the draft of a session of the copy, in one transaction. */
  const bringSession = (there: Repositories, id: string): { sessions: number; clients: number } =>
    here.atomic(() => {
      const none = { sessions: 0, clients: 0 }
      const whole = there.wholeSessions.read(id)
      const clientId = whole?.session['client_id']
      if (whole === null || typeof clientId !== 'string' || here.erasures.isErased(clientId)) return none
      const contentHash = hashOf(whole)
      if (isBroughtIn(id, contentHash)) return none
      const client = found(there.clients.byId(clientId))
      const signature = there.signatures.of(id)
      return record('brought in', () => {
        const records: AuditedRecord[] = []
        const isClientNew = here.clients.byId(clientId) === undefined
        if (isClientNew) records.push(addClient(there, client))
        const sessionId = newId()
        here.wholeSessions.insert(asDraft(withNewIds(whole, sessionId, newId)))
        const now = clock.now()
        here.origins.insert({
          sessionId,
          thereId: id,
          contentHash,
          broughtInAt: now,
          broughtInOffset: clock.offsetAt(now),
          signedAt: signature?.signedAt ?? null,
          signedOffset: signature?.signedOffset ?? null,
          signerName: signature?.signerName ?? null,
          fingerprint: signature?.fingerprint ?? null,
        })
        records.push({ kind: 'session', id: sessionId })
        return { answer: { sessions: 1, clients: isClientNew ? 1 : 0 }, records }
      })
    })()

  return {
    *'copy:compare'({ copyId }) {
      const there = openCopy(copyId)
      const changes = changesSince(here, there)
      const sessions = there.wholeSessions.kept()
      const comparison: CopyComparison = {
        sessions: [],
        newClients: [],
        differences: [],
        additions: [],
        records: erasuresThere(here, there),
        erased: 0,
      }
      const clients = byName(there.clients.all(), language)
      const ofClient = Map.groupBy(sessions, ({ clientId }) => clientId)
      let done = 0
      for (const client of clients) {
        const clientId = client.id
        yield { stage: 'comparing', done, total: sessions.length }
        const own = ofClient.get(clientId) ?? []
        if (here.erasures.isErased(clientId)) {
          comparison.erased += 1
          done += own.length
          continue
        }
        const clientHere = here.clients.byId(clientId)
        const records = otherRecords({ here, there, clientId, sessions: own, changes })
        const whose = { clientId, clientName: displayName(clientHere ?? client), isHere: clientHere !== undefined }
        comparison.records.push(...records.map((one) => ({ ...whose, ...one })))
        if (clientHere === undefined) {
          comparison.newClients.push({ id: clientId, name: displayName(client) })
        } else if (
          [client, ...there.noGo.areasOf(clientId)].some(({ updatedAt }) =>
            changes.hasClient({ id: clientId, updatedAt }),
          )
        ) {
          const difference = differenceOf(here, there, client)
          if (difference !== null) comparison.differences.push(difference)
        }
        for (const session of own) {
          done += 1
          if (!changes.hasSession(session)) continue
          yield { stage: 'comparing', done, total: sessions.length }
          const other = otherSession(there, client, session)
          if (other !== null) comparison.sessions.push(other)
          comparison.additions.push(...additionsThere(there, client, session))
        }
      }
      return comparison
    },

    *'copy:bringIn'({ copyId, sessionIds, clientIds }) {
      const there = openCopy(copyId)
      const total = sessionIds.length + clientIds.length
      const made = { sessions: 0, clients: 0 }
      let done = 0
      for (const id of sessionIds) {
        yield { stage: 'bringing in', done, total }
        const one = bringSession(there, id)
        made.sessions += one.sessions
        made.clients += one.clients
        done += 1
      }
      for (const id of clientIds) {
        yield { stage: 'bringing in', done, total }
        made.clients += bringClient(there, id)
        done += 1
      }
      return made
    },
  }
}

/** No timer runs in a draft that was brought in, and it is not in the bin. */
function asDraft({ session, tables }: WholeSession): WholeSession {
  const until = String(session['updated_at'])
  const ended = (span: StoredRow): StoredRow => {
    const startedAt = String(span['started_at'])
    return { ...span, ended_at: span['ended_at'] ?? (startedAt > until ? startedAt : until) }
  }
  return {
    session: { ...session, discarded_at: null },
    tables: new Map([...tables].map(([table, rows]) => [table, table === 'timed_span' ? rows.map(ended) : rows])),
  }
}

const wordsOfAddition = ({ kind, correctsPart, plainText }: AddendumRow) =>
  JSON.stringify([kind, correctsPart, plainText.trim()])

const thereSigned = ({ signedAt, signedOffset, signerName }: SignatureRow) => ({ signedAt, signedOffset, signerName })

/** Over what is brought in of a session. */
const hashOf = (whole: WholeSession): string => sha256(contentOf(asDraft(whole)))
