// Amounts as they were typed: from version 6 of the schema to the step that keeps them, and from typing to the signed note.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { allMeasureLines } from '#shared/domain/measureLines.ts'
import { sessionMeasures, type SessionMeasures } from '#shared/domain/measures.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { practiceOfVersion, versionOf, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'

const version6 = migrations.slice(0, 6)
const columns = [
  ['session_score', 'before_text', 'before'],
  ['range_of_motion', 'text_before', 'degrees_before'],
  ['range_of_motion', 'text_after', 'degrees_after'],
] as const

describe('a practice of version 6', () => {
  let practice: PracticeOfVersion
  beforeEach(() => {
    practice = practiceOfVersion(3)
    practice.opened(version6)
  })
  afterEach(() => practice.close())

  it('keeps every signature, valid under its own form, and has no typed amount', () => {
    const { sqlite, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    for (const [table, column] of columns) {
      const texts = sqlite.prepare(`SELECT ${column} FROM ${table}`).pluck().all()
      expect(texts.length).toBeGreaterThan(0)
      expect(texts.every((text) => text === null)).toBe(true)
    }
    expect(verify()).toEqual({ intact: true, signatures: 4 })
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
  })

  it.each(columns)('reports a signed %s that was given a %s afterwards', (table, column, number) => {
    const { sqlite, verify } = practice.opened()
    withoutTriggers(sqlite)
    const extent = table === 'range_of_motion' ? `, ${number.replace('degrees', 'extent')} = NULL` : ''
    sqlite.exec(`UPDATE ${table} SET ${column} = '45-50', ${number} = NULL${extent}`)
    expect(verify()).toMatchObject({ intact: false, problem: 'fingerprint' })
  })
})

describe('an amount that is no number', () => {
  const range = {
    id: '01900000-0000-7000-8000-00000000abcd',
    joint: 'Neck',
    side: 'right' as const,
    movement: 'rotation',
    degreesBefore: null,
    degreesAfter: 60,
    extentBefore: null,
    extentAfter: null,
    textBefore: '45-50',
  }
  const measures: SessionMeasures = {
    scores: [{ measure: 'sleep', before: null, after: null, beforeText: '5-6 h' }],
    ranges: [range],
    activities: [],
  }
  let practice: PracticeUnderTest
  let id: string
  beforeEach(() => {
    practice = practiceUnderTest()
    id = practice.startSession(practice.addClient())
    practice.call('session:saveMeasures', { id, measures })
  })
  afterEach(() => practice.remove())

  it('is kept, signed and shown as it was typed', () => {
    practice.write(id, 'plan', 'Weekly.')
    practice.sign(id)
    const record = practice.call('session:get', { id })
    expect(record.measures).toEqual(measures)
    expect(allMeasureLines(record).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Sleep: 5-6 h',
      'Neck rotation, right: 45-50° → 60°',
    ])
    expect(practice.verify()).toEqual({ intact: true, signatures: 1 })
    const { sqlite } = practice.database
    expect(sqlite.prepare('SELECT canonical_version FROM signature').pluck().get()).toBe(5)
  })

  it.each(columns)('of a signed %s cannot be changed unseen', (table, column) => {
    practice.write(id, 'plan', 'Weekly.')
    practice.sign(id)
    const { sqlite } = practice.database
    const change = `UPDATE ${table} SET ${column} = '80'${column === 'text_after' ? ', degrees_after = NULL' : ''}`
    expect(() => sqlite.exec(change)).toThrow('SIGNED')
    withoutTriggers(sqlite)
    sqlite.exec(change)
    expect(practice.verify()).toMatchObject({ intact: false, problem: 'fingerprint' })
  })

  it('never stands beside a number, neither in an input nor in the database', () => {
    const fits = (change: Partial<SessionMeasures>) => sessionMeasures.safeParse({ ...measures, ...change }).success
    expect(fits({})).toBe(true)
    expect(fits({ ranges: [{ ...range, degreesBefore: 45 }] })).toBe(false)
    expect(fits({ ranges: [{ ...range, extentBefore: 'full' }] })).toBe(false)
    expect(fits({ ranges: [{ ...range, textAfter: 'about 60' }] })).toBe(false)
    expect(fits({ ranges: [{ ...range, textBefore: '' }] })).toBe(false)
    expect(fits({ scores: [{ measure: 'sleep', before: 6, after: null, beforeText: '6' }] })).toBe(false)
    const { sqlite } = practice.database
    for (const [table, column, number] of columns)
      expect(() => sqlite.exec(`UPDATE ${table} SET ${column} = 'x', ${number} = 6`)).toThrow('CHECK')
  })
})
