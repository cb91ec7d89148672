import { describe, expect, it } from 'vitest'
import type { ShownEntry } from '#shared/contract/audit.ts'
import { auditActs, auditedKinds } from '#shared/domain/audit/auditEntry.ts'
import { actWords, placeOfRecord, subjectWords } from './entryWords.ts'

const entry: ShownEntry = {
  sequence: 1,
  at: '2026-11-23T14:00:00.000Z',
  atOffset: 0,
  act: 'changed',
  recordKind: 'session',
  recordId: 's',
  clientId: 'c',
  times: 1,
  clientName: 'Ruth Moss',
  sessionId: 's',
  serviceStart: '2026-11-12T10:00',
  recordName: null,
}
const words = (change: Partial<ShownEntry>) => subjectWords({ ...entry, ...change }, () => '12 Nov')

describe('an entry in words', () => {
  it('names the client and the day of the visit', () => {
    expect(words({})).toBe('Note of Ruth Moss, 12 Nov')
    expect(words({ recordKind: 'addition' })).toBe('Addition to the note of Ruth Moss, 12 Nov')
    expect(words({ recordKind: 'client', serviceStart: null })).toBe('Record of Ruth Moss')
  })

  it('about a client who is gone / says so, and leads nowhere', () => {
    const gone = { clientName: null, sessionId: null, serviceStart: null }
    expect(words(gone)).toBe('Note of an erased client')
    expect(placeOfRecord({ ...entry, ...gone })).toBe(null)
  })

  it('about a draft that is gone / names the client, and leads to the client', () => {
    const gone = { ...entry, sessionId: null, serviceStart: null }
    expect(words(gone)).toBe('Note of Ruth Moss')
    expect(placeOfRecord(gone)).toBe('/clients/c')
  })

  it('about one template or phrase, or all of them / says which', () => {
    expect(words({ recordKind: 'template', recordName: 'Deep tissue' })).toBe('Template “Deep tissue”')
    expect(words({ recordKind: 'phrase', recordId: null })).toBe('Phrases')
  })

  it('about a backup / says when it was made; of a copy by hand nobody knows', () => {
    const recordId = '2026-11-30T13:14:00.000Z'
    expect(words({ recordKind: 'backup', act: 'restored', recordId })).toMatch(/^Backup of 30 Nov(ember)? 2026, /u)
    expect(words({ recordKind: 'backup', recordId: null })).toBe('Copy made by hand')
  })

  it('has words for every act and every kind, and takes those of a newer version as they are', () => {
    for (const act of auditActs) expect(actWords({ act, times: 1 })).toMatch(/^[A-Z]/u)
    for (const recordKind of auditedKinds) expect(words({ recordKind })).toMatch(/^[A-Z]/u)
    expect(actWords({ act: 'billed', times: 1 })).toBe('billed')
    expect(words({ recordKind: 'invoice' })).toBe('invoice')
  })

  it('says how many times', () => {
    expect(actWords({ act: 'unlock failed', times: 3 })).toBe('Wrong passphrase or code, 3 times')
    expect(actWords({ act: 'entries missing', times: 3 })).toBe('Entries missing: at least 3')
  })
})
