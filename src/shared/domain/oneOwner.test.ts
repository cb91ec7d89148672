// Only one place turns an instant into a day or an hour: everybody else would use the computer's own zone unseen.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const owner = 'shared/domain/time.ts'

const sources: readonly (readonly [string, string])[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$|\.d\.ts$/u.test(name))
  .map((name) => [relative(root, join(root, name)), readFileSync(join(root, name), 'utf8')])

/** What takes a day or an hour out of an instant, or shows one, by a zone that nobody named. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'the parts of a Date': /\.get(UTC)?(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/gu,
  'a Date in words': /\.to(Locale|LocaleDate|LocaleTime|Date|Time|GMT|UTC)String\(/gu,
  'a format of dates and times': /\bDateTimeFormat\b(?!\([^)]*\btimeZone: 'UTC')/gu,
  'the beginning of an instant':
    /(toISOString\(\)|\.now\(\)|\b(\w*[a-z]At|at|instant|moment))\??\.(slice|substring|substr|split)\(/gu,
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  // Only asks in which order a region writes the parts of a date, and by which clock.
  'a format of dates and times': ['shared/domain/regionFormats.ts'],
}

/** What puts a day or an hour in words. */
const words: Readonly<Record<string, RegExp>> = {
  'names of months or weekdays': /\b(January|February|Jan|Feb|Mon|Monday)\b(?=['",]| February| Feb| Tue)/gu,
  'an hour of twelve': /% 12 (===|\|\|)|['"`]\s?[AP]M['"`]/gu,
  'a time cut out of a text': /\.slice\(11, 16\)/gu,
  'another format of Intl': /\bIntl\.(RelativeTime|Duration)Format\b/gu,
}
const ownerOfWords = 'shared/domain/dateWords.ts'
// The value of a box, which the box puts in words.
const allowedWords: Readonly<Record<string, readonly string[]>> = {
  'a time cut out of a text': ['renderer/features/session/frame/typedDetails.ts'],
}

describe('the source', () => {
  it.each(Object.entries(forbidden))('takes %s nowhere but in time.ts', (what, pattern) => {
    expect(sources.length).toBeGreaterThan(500)
    const found = sources
      .filter(([name]) => name !== owner && !(allowed[what] ?? []).includes(name))
      .flatMap(([name, text]) => Array.from(text.matchAll(pattern), ([match]) => `${name}: ${match}`))
    expect(found).toEqual([])
  })

  it.each(Object.entries(words))('has %s nowhere but in dateWords.ts', (what, pattern) => {
    const found = sources
      .filter(([name]) => name !== ownerOfWords && !(allowedWords[what] ?? []).includes(name))
      .flatMap(([name, text]) => Array.from(text.matchAll(pattern), ([match]) => `${name}: ${match}`))
    expect(found).toEqual([])
  })

  it.each([
    ['names of months or weekdays', "const months = ['January', 'February']"],
    ['names of months or weekdays', "'Jan Feb Mar'.split(' ')"],
    ['an hour of twelve', "hour < 12 ? 'AM' : ''"],
    ['a time cut out of a text', 'serviceStart.slice(11, 16)'],
    ['another format of Intl', 'new Intl.RelativeTimeFormat()'],
  ])('would be found having %s: %s', (what, text) => {
    expect(Array.from(text.matchAll(words[what] as RegExp)).length).toBeGreaterThan(0)
  })

  it.each([
    ['the parts of a Date', 'new Date(signedAt).getDate()'],
    ['the parts of a Date', 'new Date().getTimezoneOffset()'],
    ['a Date in words', "new Date().toLocaleTimeString('en-GB')"],
    ['a Date in words', 'new Date().toLocaleString()'],
    ['a format of dates and times', 'new Intl.DateTimeFormat(locale).format(at)'],
    ['the beginning of an instant', 'record.enteredAt.slice(0, 10)'],
    ['the beginning of an instant', 'signature?.signedAt.slice(0, 10)'],
    ['the beginning of an instant', 'new Date().toISOString().slice(0, 10)'],
    ['the beginning of an instant', 'clock.now().slice(0, 10)'],
  ])('would be found taking %s: %s', (what, text) => {
    expect(Array.from(text.matchAll(forbidden[what] as RegExp))).toHaveLength(1)
  })
})
