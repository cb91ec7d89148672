// What an erasure takes away and what it leaves.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { RecordCheck } from '#shared/contract/record.ts'
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { consentPresets } from '#shared/domain/consent/presets.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { canonicalErasure } from '#shared/domain/record/canonicalErasure.ts'
import { day, erasurePractice, issueOf, type ErasurePractice } from '../fixtures/erasurePractice.ts'
import { signNote } from '../fixtures/signedNote.ts'

let practice: ErasurePractice
let erased: ErasurePractice['erased']
let other: ErasurePractice['other']

beforeEach(() => {
  practice = erasurePractice()
  ;({ erased, other } = practice)
})
afterEach(() => practice.remove())

const archive = (id?: string) => practice.archive(id)
const erase: ErasurePractice['erase'] = (change) => practice.erase(change)

function verified(): RecordCheck {
  const check = practice.call('record:verify', {})
  expect(contract['record:verify'].output.parse(check)).toEqual(check)
  return check
}

/** A provider of the client, their guardian, and a client whose guardian they are. */
function addPeople(name = 'Ines Sample'): void {
  const provider = { name: 'Dr Vera Holt', profession: '', phone: '', fax: '', address: '', note: '' }
  const providerId = practice.surroundings.newId()
  const { clientId } = erased
  practice.call('people:putProvider', { provider: { id: providerId, ...provider } })
  practice.call('people:link', { clientId, providerId, role: name, mayRelease: true })
  for (const [ward, person] of [
    [clientId, { clientId: null, name, phone: '' }],
    [other.clientId, { clientId, name: '', phone: '' }],
  ] as const) {
    practice.call('people:putHousehold', {
      id: practice.surroundings.newId(),
      clientId: ward,
      relation: 'guardian',
      person,
    })
  }
}

/** A consent of the client and its withdrawal, and a session that was signed without one that it needed. */
function addConsents(word = 'Agreed'): void {
  const { clientId } = erased
  const { newId } = practice.surroundings
  const consent = practice.someConsent(clientId, {
    areas: word,
    regionIds: ['chest.breast.left'],
    marks: [{ role: 'client', manner: 'typed', name: word, points: null }],
  })
  practice.call('consent:give', { consent })
  practice.call('consent:withdraw', {
    withdrawal: { id: newId(), consentId: consent.id, cause: 'withdrawn', remark: word },
  })
  practice.call('consent:saveRules', { rules: { place: 'alberta', ...consentPresets.alberta.rules } })
  const id = practice.startSession(clientId)
  practice.write(id, 'plan', 'Weekly')
  practice.call('treatedArea:put', { area: practice.someArea(id, { regionIds: ['chest.breast.left'] }) })
  const { needs } = practice.call('consent:needed', { sessionId: id })
  const answers = practice
    .call('session:signQuestions', { id })
    .questions.map((question) => ({ ...question, decision: 'left' as const }))
  practice.call('session:sign', {
    id,
    answers,
    withoutConsent: needs.map(({ formId, regionIds }) => ({ formId, regionIds, reason: word })),
  })
}

/** Every value of every row, as text. */
function everything(): string {
  const { sqlite } = practice.database
  const tables = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
  return tables
    .flatMap((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[])
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n')
}

/** A review with words in everything that it has, a decision about it, and a second review. */
function tellOfHealth(clientId: string, atVisit: string): void {
  const versionId = practice.call('health:save', {
    clientId,
    kind: 'intake',
    previousId: null,
    atVisit,
    isShort: false,
    health: {
      answers: [
        { questionId: 'cancer.now', answer: 'yes', since: '', remark: 'Tmesisward', regionIds: ['back.sacrum'] },
      ],
      entries: [
        {
          id: practice.surroundings.newId(),
          list: 'allergy',
          name: 'Quixotrophic',
          detail: '',
          since: '',
          effect: 'none',
          regionIds: [],
        },
      ],
      pregnancyWeeks: null,
      earlierMassage: 'Sesquipedal',
      preferences: { pressure: 3, position: 'Floccinaucis', warmth: '', sound: '', oil: '', comfort: '' },
    },
  }).id
  practice.call('health:decide', {
    clientId,
    versionId,
    from: 'cancer.now',
    atVisit,
    decision: 'cleared',
    remark: 'Borborygmus',
  })
  practice.call('health:confirm', { clientId, versionId, atVisit })
}

describe('an erasure', () => {
  /** Words that stand nowhere but in the client's record, and where each of them is typed. */
  const words = ['Zymurgiana', 'Floccinaucis', 'Quixotrophic', 'Tmesisward', 'Borborygmus', 'Sesquipedal', 'Halfword']

  function plant(): readonly string[] {
    const { clientId } = erased
    const client = practice.call('client:get', { id: clientId }).client
    practice.call('client:update', {
      id: clientId,
      revision: client.revision,
      fields: { ...client.fields, alert: 'Floccinaucis', emergencyContact: 'Mr Borborygmus' },
    })
    const draft = practice.startSession(clientId)
    practice.write(draft, 'plan', 'Quixotrophic')
    practice.write(draft, 'plan', 'Something else, so that the word is in its history only')
    practice.call('session:savePrivateRemark', { id: draft, text: 'Tmesisward' })
    const binned = practice.startSession(clientId)
    practice.write(binned, 'subjective', 'Sesquipedal')
    practice.call('session:discard', { id: binned })
    practice.call('noGo:put', { area: practice.someNoGo(clientId, { reason: 'Borborygmus' }) })
    addPeople('Tmesisward')
    tellOfHealth(clientId, draft)
    addConsents('Sesquipedal')
    const correction = { part: null, addendumId: erased.addendumId, reason: 'Sesquipedal' }
    practice.amendment(erased.sessionId, correction, 'Quixotrophic')
    practice.call('workspace:save', {
      workspace: {
        path: `/clients/${clientId}`,
        caret: { editor: 'x', from: 1, to: 1 },
        scroll: { [`sessions-${clientId}`]: 12 },
        forms: {
          [`edit client ${clientId}`]: { alert: 'Halfword' },
          [`finding ${erased.sessionId}`]: { fields: 'Halfword' },
          'new client': { firstName: 'Somebody' },
        },
      },
    })
    return [clientId, erased.sessionId, erased.addendumId, draft, binned]
  }

  it('of a client with drafts, versions, marks, a bin and half-typed forms / leaves no word of it in any table', () => {
    const ids = plant()
    archive()
    const before = everything()
    for (const word of words) expect(before, word).toContain(word)
    const { id } = erase()
    const left = everything()
    for (const word of words) expect(left, word).not.toContain(word)
    // Beside the erasure's own row nothing has the client's id, and beside the chain nothing a session's.
    const { sqlite } = practice.database
    const tables = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
    // The audit log keeps their ids, and nothing but ids.
    for (const table of tables.filter((name) => name !== 'erasure' && name !== 'signature' && name !== 'audit_entry')) {
      const rows = JSON.stringify(sqlite.prepare(`SELECT * FROM "${table}"`).all())
      for (const one of ids) expect(rows.includes(one), `${table} ${one}`).toBe(false)
    }
    expect(practice.call('workspace:get', {}).workspace?.forms).toEqual({ 'new client': { firstName: 'Somebody' } })
    expect(practice.call('retention:erasures', {})).toMatchObject([{ id, clientId: erased.clientId }])
  })

  it('takes nothing of anybody else', () => {
    archive()
    const { sqlite } = practice.database
    const ofOther = () =>
      ['note_section', 'finding', 'treated_area', 'draft_version', 'addendum', 'timed_span'].map((table) =>
        sqlite.prepare(`SELECT * FROM ${table} WHERE session_id = ?`).all(other.sessionId),
      )
    const before = ofOther()
    erase()
    expect(ofOther()).toEqual(before)
    expect(practice.call('client:list', {}).map(({ id }) => id)).toEqual([other.clientId])
    expect(issueOf(() => practice.call('session:get', { id: erased.sessionId }))).toBe('NOT_FOUND')
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
  })

  it('of signed notes / leaves a chain that fits, and what is known of them is said', () => {
    archive()
    practice.surroundings.moveTime(day)
    erase()
    practice.call('session:start', { clientId: other.clientId, serviceStart: practice.surroundings.clock.wallNow() })
    expect(practice.verify()).toEqual({ intact: true, signatures: 7 })
    expect(verified()).toMatchObject({
      checkedTo: 7,
      mismatch: null,
      findings: [],
      erasures: [
        {
          sequence: 7,
          erasedAt: '2026-11-24T14:00:00.000Z',
          erasedOffset: 0,
          basis: 'own decision',
          notes: 1,
          others: 2,
        },
      ],
    })
    practice.reopen()
    signNote(practice, 'Later')
    expect(practice.verify()).toEqual({ intact: true, signatures: 10 })
  })

  it('of a client without any session / is signed as well', () => {
    const id = practice.addClient({ firstName: 'Only' })
    archive(id)
    expect(erase({ id, typedName: 'only' })).toMatchObject({ notes: 0, others: 0, sequence: 7 })
    expect(practice.verify()).toEqual({ intact: true, signatures: 7 })
  })

  it('leaves a seal that was made before it valid', () => {
    const { line } = practice.call('record:makeSeal', { why: 'saved' })
    archive()
    erase()
    expect(practice.call('record:checkSeal', { text: line })).toMatchObject({ outcome: 'contained', since: 1 })
  })

  it('leaves the hashes and who signed when, and nothing of whom', () => {
    const { sqlite } = practice.database
    const rows = () => sqlite.prepare('SELECT * FROM signature WHERE sequence <= 3').all() as Record<string, unknown>[]
    const before = rows()
    archive()
    erase()
    const blank = {
      session_id: null,
      client_id: null,
      client_first_name: null,
      client_last_name: null,
      client_date_of_birth: null,
    }
    expect(rows()).toEqual(before.map((row) => ({ ...row, ...blank })))
  })
})

describe('the published form of an erasure', () => {
  it('is the example of the decision record, with its fingerprint', () => {
    const adr = readFileSync(new URL('../../docs/adr/0014-erasure.md', import.meta.url), 'utf8')
    const note = '8da05503d1826b12c88d8bb09305dc6acd990e72dfec54f0be5cb28bd4ef47bd'
    const signer = {
      practiceName: 'Quiet Hands',
      signerName: 'Ada Moreno',
      credentials: 'LMT',
      licenceNumber: 'MA-4711',
    }
    const form = canonicalErasure(
      {
        ...signer,
        sequence: 2,
        previousFingerprint: note,
        signedAt: '2037-01-05T09:00:00.000Z',
        signedOffset: -300,
        client: null,
      },
      {
        id: '01900000-0000-7000-8000-00000000000b',
        clientId: '01900000-0000-7000-8000-000000000001',
        basis: 'retention over',
        reason: '',
        yearsAfterLast: 10,
        ageOfMajority: 18,
        yearsAfterMajority: 10,
        signatures: [
          {
            ...signer,
            sequence: 1,
            kind: 'note',
            subjectId: '01900000-0000-7000-8000-000000000002',
            signedAt: '2026-11-23T15:00:00.000Z',
            signedOffset: -300,
            canonicalVersion: 5,
            fingerprint: note,
          },
        ],
      },
    )
    const [, example = '', hash = ''] = /```\n([\s\S]*?)```[\s\S]*?`([0-9a-f]{64})`/u.exec(adr) ?? []
    expect(form).toBe(example.replaceAll('\n', ''))
    expect(createHash('sha256').update(form, 'utf8').digest('hex')).toBe(hash)
  })
})

describe('every table', () => {
  it('whose rows belong to a client or a session / is emptied of them by an erasure', () => {
    const { sqlite } = practice.database
    const owned = (sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[])
      .filter((table) =>
        (sqlite.pragma(`table_info(${table})`) as { name: string }[]).some(({ name }) =>
          ['client_id', 'session_id'].includes(name),
        ),
      )
      // The audit log keeps the ids, and nothing but the ids, of those who were erased; so do the erasures themselves.
      .filter((table) => !['signature', 'erasure', 'earlier_erasure', 'audit_entry'].includes(table))
    const sessionIds: string[] = []
    const left = () =>
      owned.filter((table) => {
        const columns = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
        const owner = columns.includes('client_id') ? 'client_id' : 'session_id'
        const ids = owner === 'client_id' ? [erased.clientId] : sessionIds
        const row = sqlite.prepare(`SELECT 1 FROM ${table} WHERE ${owner} = ?`)
        return ids.some((id) => row.get(id) !== undefined)
      })
    practice.call('noGo:put', { area: practice.someNoGo(erased.clientId) })
    tellOfHealth(erased.clientId, erased.sessionId)
    practice.call('session:savePrivateRemark', { id: erased.sessionId, text: 'A remark' })
    addPeople()
    addConsents()
    const { salvages } = createRepositories(practice.database)
    const damage = { madeAt: '2026-11-20T09:00:00.000Z', madeOffset: 0, damagedPages: 1, unplacedRows: 0 }
    salvages.addLosses(salvages.insert({ ...damage, setAside: 'vault.set-aside' }), [
      { kind: 'part', tableName: 'finding', amount: 1, sessionId: erased.sessionId, clientId: erased.clientId },
      { kind: 'client', clientId: erased.clientId, words: 'sample zymurgiana' },
    ])
    sessionIds.push(...practice.call('client:get', { id: erased.clientId }).sessions.map(({ id }) => id))
    // Every one of them has a row before, so that none is found empty for nothing.
    expect(left().toSorted()).toEqual(owned.toSorted())
    archive()
    erase()
    expect(left()).toEqual([])
  })
})

describe('a note that is written while its client is erased', () => {
  it('is not saved, and says that it is gone', () => {
    const draft = practice.startSession(erased.clientId)
    archive()
    erase()
    const save = () =>
      practice.call('session:saveSection', {
        id: draft,
        section: 'plan',
        document: documentFromText('x'),
        isEmptied: true,
      })
    expect(issueOf(save)).toBe('NOT_FOUND')
  })
})
