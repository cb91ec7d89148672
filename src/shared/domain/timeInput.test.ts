import { assert, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime } from './timeInput.ts'

describe('a time as it is typed', () => {
  it.each([
    ['14:05', '14:05'],
    ['14.05', '14:05'],
    ['14h05', '14:05'],
    ['1405', '14:05'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['14', '14:00'],
    ['9:30 AM', '09:30'],
    ['2 pm', '14:00'],
    ['2p', '14:00'],
    ['2:05 p.m.', '14:05'],
    ['12 am', '00:00'],
    ['12:01 PM', '12:01'],
    ['noon', '12:00'],
    ['14:05:30', '14:05'],
    [' 09:30 ', '09:30'],
    ['١٤:٠٥', '14:05'],
    ['۹.۳۰', '09:30'],
    ['१४०५', '14:05'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text, '24')).toEqual({ kind: 'time', time })
  })

  it.each(['25:00', '9:60', '13 pm', '0 am', 'soon', '9:3', '12345'])('%s is none', (text) => {
    expect(readTime(text, '24')).toEqual({ kind: 'unclear' })
  })

  it('of one figure is not guessed under a clock of 12 hours, without AM or PM', () => {
    expect(readTime('2:05', '12')).toEqual({ kind: 'ambiguous', am: '02:05', pm: '14:05' })
    expect(readTime('930', '12')).toEqual({ kind: 'ambiguous', am: '09:30', pm: '21:30' })
    expect(readTime('2:05 pm', '12')).toEqual({ kind: 'time', time: '14:05' })
    expect(readTime('02:05', '12')).toEqual({ kind: 'time', time: '02:05' })
    expect(readTime('0:05', '12')).toEqual({ kind: 'time', time: '00:05' })
    expect(readTime('12:30', '12')).toEqual({ kind: 'time', time: '12:30' })
  })

  it('is empty where nothing is typed', () => {
    expect(readTime('  ', '24')).toEqual({ kind: 'empty' })
  })

  it('reads what it gives, whatever time it is', () => {
    assert(
      property(integer({ min: 0, max: 1439 }), (minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        expect(readTime(time, '24')).toEqual({ kind: 'time', time })
      }),
    )
  })

  it('never gives a time that there is not', () => {
    assert(
      property(string({ unit: 'grapheme-ascii', maxLength: 9 }), (text) => {
        const reading = readTime(text, '24')
        if (reading.kind === 'time') expect(reading.time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
      }),
    )
  })
})
