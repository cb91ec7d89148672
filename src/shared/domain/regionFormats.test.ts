import { describe, expect, it } from 'vitest'
import { firstFormatsOf, formatsOf } from './regionFormats.ts'

const short = (tag: string) => {
  const formats = formatsOf(tag)
  return formats && [formats.dates.order, formats.dates.clock, formats.paperSize].join(' ')
}

describe('the formats of a region', () => {
  it.each([
    ['en-US', 'mdy 12 Letter'],
    ['en-GB', 'dmy 24 A4'],
    ['de-DE', 'dmy 24 A4'],
    ['sv-SE', 'ymd 24 A4'],
    ['en-AU', 'dmy 12 A4'],
    ['es-MX', 'dmy 12 Letter'],
    ['fil-PH', 'mdy 12 Letter'],
    ['es-CL', 'dmy 12 Letter'],
    ['en-CA', 'ymd 12 Letter'],
    ['ja-JP', 'ymd 24 A4'],
  ])('of %s are %s', (tag, formats) => expect(short(tag)).toBe(formats))

  it('go by the region and not by the language that the computer speaks', () => {
    expect(short('en-DE')).toBe('dmy 24 A4')
    expect(short('en-MX')).toBe('dmy 12 Letter')
    expect(short('en-US-u-rg-dezzzz')).toBe('dmy 24 A4')
    expect(short('de-US')).toBe('mdy 12 Letter')
  })

  it('have the clock that the locale names itself', () => {
    expect(short('en-US-u-hc-h23')).toBe('mdy 24 Letter')
    expect(short('de-DE-u-hc-h12')).toBe('dmy 12 A4')
  })

  it.each(['en', 'C', '', '!', 'POSIX'])('are none where no region is named: "%s"', (tag) =>
    expect(formatsOf(tag)).toBeNull(),
  )

  it('come from the first locale that names a region, and are those of the record without any', () => {
    expect(firstFormatsOf(['en', 'sv-SE', 'en-US'])).toEqual(formatsOf('sv-SE'))
    expect(firstFormatsOf(['en'])).toEqual({ dates: { order: 'dmy', clock: '24' }, paperSize: 'A4' })
  })
})
