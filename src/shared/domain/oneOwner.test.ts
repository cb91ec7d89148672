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
  'a Date in words': /\.to(LocaleDate|LocaleTime|Date|Time|GMT|UTC)String\(/gu,
  'a format of dates and times': /\bDateTimeFormat\b(?!\([^)]*\btimeZone: 'UTC')/gu,
  'the beginning of an instant':
    /(toISOString\(\)|\.now\(\)|\b(\w*[a-z]At|at|instant|moment))\??\.(slice|substring|substr|split)\(/gu,
}

// Only asks in which order a language writes the parts of a date.
const allowed: Readonly<Record<string, readonly string[]>> = {
  'a format of dates and times': ['shared/domain/dateInput.ts'],
}

describe('the source', () => {
  it.each(Object.entries(forbidden))('takes %s nowhere but in time.ts', (what, pattern) => {
    expect(sources.length).toBeGreaterThan(500)
    const found = sources
      .filter(([name]) => name !== owner && !(allowed[what] ?? []).includes(name))
      .flatMap(([name, text]) => Array.from(text.matchAll(pattern), ([match]) => `${name}: ${match}`))
    expect(found).toEqual([])
  })

  it.each([
    ['the parts of a Date', 'new Date(signedAt).getDate()'],
    ['the parts of a Date', 'new Date().getTimezoneOffset()'],
    ['a Date in words', "new Date().toLocaleTimeString('en-GB')"],
    ['a format of dates and times', 'new Intl.DateTimeFormat(locale).format(at)'],
    ['the beginning of an instant', 'record.enteredAt.slice(0, 10)'],
    ['the beginning of an instant', 'signature?.signedAt.slice(0, 10)'],
    ['the beginning of an instant', 'new Date().toISOString().slice(0, 10)'],
    ['the beginning of an instant', 'clock.now().slice(0, 10)'],
  ])('would be found taking %s: %s', (what, text) => {
    expect(Array.from(text.matchAll(forbidden[what] as RegExp))).toHaveLength(1)
  })
})
