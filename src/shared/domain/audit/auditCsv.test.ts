import { describe, expect, it } from 'vitest'
import { auditCsvHead, auditCsvLine, timeWithOffset } from './auditCsv.ts'

const entry = {
  sequence: 7,
  at: '2026-11-23T14:00:00.000Z',
  atOffset: 60,
  act: 'changed',
  recordKind: 'session',
  recordId: '01900000-0000-7000-8000-000000000002',
  clientId: null,
  times: 1,
  previousHash: '0'.repeat(64),
  hash: 'ab'.repeat(32),
}

describe('the audit log as CSV', () => {
  it('begins with a byte order mark and the names of its columns', () => {
    expect(auditCsvHead).toBe('\uFEFFEntry,Time,Act,Record,Record id,Client id,Times,Hash\r\n')
  })

  it('has an entry on a line, with its time as its own clock showed it', () => {
    expect(auditCsvLine(entry)).toBe(
      `7,2026-11-23T15:00:00+01:00,changed,session,01900000-0000-7000-8000-000000000002,,1,${'ab'.repeat(32)}\r\n`,
    )
    expect(timeWithOffset('2026-11-23T14:00:00.000Z', -210)).toBe('2026-11-23T10:30:00-03:30')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('takes %j for text, not for a formula', (act) => {
    const cell = auditCsvLine({ ...entry, act }).split(/,(?=["'])/u)[1] ?? ''
    // What ends a cell elsewhere gets one of its own.
    expect(cell.replace('"', '').startsWith(`'${act.replace(/[\t\r\n]/u, "$&'")}`)).toBe(true)
  })

  it('puts a cell with commas, quotes or line ends in quotes', () => {
    expect(auditCsvLine({ ...entry, act: 'a,"b"\nc' })).toContain(',"a,""b""\nc",')
  })
})
