import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createServices } from '#main/services/createServices.ts'
import { contract } from '#shared/contract/contract.ts'
import { defaultSettings } from '#shared/domain/practice.ts'
import { callerOf, practiceUnderTest, samplePractice, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { temporaryDatabase } from '../fixtures/temporaryDatabase.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

describe('the practice', () => {
  it('is kept with the default settings from its first save on', () => {
    const record = practice.call('practice:get', {})
    expect(record).toEqual({ practice: samplePractice, settings: defaultSettings })
    expect(contract['practice:get'].output.parse(record)).toEqual(record)
  })

  it('changes its data without touching the settings, and the other way round', () => {
    const settings = {
      idleMinutes: 3,
      paperSize: 'Letter',
      clientNameInFileName: true,
      draftLimitHours: 48,
      showsTimedUnits: true,
      measures: ['tension', 'pain'] as ('tension' | 'pain')[],
      emergencyPerson: 'Ines Marlow, 555 0199',
    } as const
    const renamed = { ...samplePractice, name: 'Leise Hände', licenceNumber: '' }
    expect(practice.call('practice:saveSettings', { settings })).toEqual({ practice: samplePractice, settings })
    expect(practice.call('practice:save', { practice: renamed })).toEqual({ practice: renamed, settings })
    practice.reopen()
    expect(practice.call('practice:get', {})).toEqual({ practice: renamed, settings })
  })

  it('is not found before it is set up', () => {
    const empty = temporaryDatabase()
    const call = callerOf(createServices(empty.database, stillSurroundings()))
    expect(refusalOf(() => call('practice:get', {}))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => call('practice:saveSettings', { settings: defaultSettings }))).toEqual({ code: 'NOT_FOUND' })
    empty.remove()
  })
})
