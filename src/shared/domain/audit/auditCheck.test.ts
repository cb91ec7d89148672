import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditProblem } from './auditCheck.ts'
import { auditActs, auditedKinds, auditText, isSameEntry, noHash, type AuditEntry } from './auditEntry.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Stored = AuditEntry & { hash: string }
type Content = Omit<AuditEntry, 'sequence' | 'previousHash'>

const content: fc.Arbitrary<Content> = fc.record({
  at: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  atOffset: fc.integer({ min: -1080, max: 1080 }),
  act: fc.constantFrom(...auditActs),
  recordKind: fc.constantFrom(...auditedKinds),
  recordId: fc.option(fc.uuid()),
  clientId: fc.option(fc.uuid()),
  times: fc.integer({ min: 1, max: 1000 }),
})

/** A log with these entries. */
function logOf(contents: readonly Content[]): Stored[] {
  const log: Stored[] = []
  for (const [index, one] of contents.entries()) {
    const entry = { sequence: index + 1, ...one, previousHash: log.at(-1)?.hash ?? noHash }
    log.push({ ...entry, hash: sha256(auditText(entry)) })
  }
  return log
}

/** The place of the first entry that does not fit; -1 where all do. */
const firstProblem = (log: readonly Stored[]) =>
  log.findIndex((entry, index) => auditProblem(entry, log[index - 1], sha256) !== null)

const logs = fc.array(content, { minLength: 3, maxLength: 12 }).map(logOf)

describe('the chain of the audit log', () => {
  it('that nobody has touched / fits', () => {
    fc.assert(fc.property(logs, (log) => void expect(firstProblem(log)).toBe(-1)))
  })

  it('of which any field of an entry was changed / does not fit there', () => {
    const change = fc.tuple(
      logs,
      fc.nat(),
      content,
      fc.constantFrom('at', 'atOffset', 'act', 'recordKind', 'recordId', 'clientId', 'times'),
    )
    fc.assert(
      fc.property(change, ([log, nth, other, field]) => {
        const at = nth % log.length
        const entry = log[at] as Stored
        fc.pre(entry[field] !== other[field])
        expect(firstProblem(log.with(at, { ...entry, [field]: other[field] }))).toBe(at)
      }),
    )
  })

  it('of which an entry was written anew with a fitting hash / does not fit after it', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, nth) => {
        const at = nth % (log.length - 1)
        const entry = { ...(log[at] as Stored), times: (log[at] as Stored).times + 1 }
        expect(firstProblem(log.with(at, { ...entry, hash: sha256(auditText(entry)) }))).toBe(at + 1)
      }),
    )
  })

  it('of which an entry was removed / does not fit in its place, unless it was the last', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, nth) => {
        const at = nth % (log.length - 1)
        expect(firstProblem(log.toSpliced(at, 1))).toBe(at)
      }),
    )
  })

  it('of which two entries changed their places / does not fit, whatever numbers they have then', () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.nat(), fc.boolean(), (log, one, two, isRenumbered) => {
        const [first, second] = [one % log.length, two % log.length].toSorted((a, b) => a - b) as [number, number]
        fc.pre(first !== second)
        const moved = log.with(first, log[second] as Stored).with(second, log[first] as Stored)
        const stored = isRenumbered ? moved.map((entry, index) => ({ ...entry, sequence: index + 1 })) : moved
        expect(firstProblem(stored)).toBe(first)
      }),
    )
  })
})

describe('the text of an entry', () => {
  it('is as ADR 13 specifies it', () => {
    const entry = {
      sequence: 1,
      at: '2026-11-23T14:00:00.000Z',
      atOffset: -300,
      act: 'viewed',
      recordKind: 'session',
      recordId: '01900000-0000-7000-8000-000000000002',
      clientId: '01900000-0000-7000-8000-000000000001',
      times: 1,
      previousHash: noHash,
    }
    expect(auditText(entry)).toBe(
      `palpate audit entry 1\n[1,"2026-11-23T14:00:00.000Z",-300,"viewed","session","01900000-0000-7000-8000-000000000002","01900000-0000-7000-8000-000000000001",1,"${noHash}"]`,
    )
    expect(sha256(auditText(entry))).toBe('3c05afeb8390890c5fd9f3b1a027a2269e649142a2fce903e8db18cd2b1d2ec2')
  })
})

describe('one entry for several times', () => {
  it('of a view lasts 15 minutes, of a change an hour, and of any other act no time', () => {
    const at = '2026-11-23T14:00:00.000Z'
    expect(isSameEntry('viewed', at, '2026-11-23T14:14:59.999Z')).toBe(true)
    expect(isSameEntry('viewed', at, '2026-11-23T14:15:00.000Z')).toBe(false)
    expect(isSameEntry('changed', at, '2026-11-23T14:59:59.999Z')).toBe(true)
    expect(isSameEntry('changed', at, '2026-11-23T15:00:00.000Z')).toBe(false)
    expect(isSameEntry('signed', at, at)).toBe(false)
  })

  it('ends where the clock was set back', () => {
    expect(isSameEntry('changed', '2026-11-23T14:00:00.000Z', '2026-11-23T13:59:59.999Z')).toBe(false)
  })
})
