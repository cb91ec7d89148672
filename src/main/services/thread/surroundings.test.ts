import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { instant, wallTime } from '#shared/domain/time.ts'
import { clientCode } from '#shared/domain/client.ts'
import { followZone } from '../../zone.ts'
import { realSurroundings } from './surroundings.ts'

test('ids are UUIDs of version 7 that sort in the order of their making, within one millisecond too', () => {
  const { newId } = realSurroundings()
  const ids = Array.from({ length: 20_000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  expect(z.uuidv7().safeParse(ids.at(-1)).success).toBe(true)
})

test('the clock gives an instant in UTC and the wall-clock time', () => {
  const { clock } = realSurroundings()
  expect(instant.safeParse(clock.now()).success).toBe(true)
  expect(wallTime.safeParse(clock.wallNow()).success).toBe(true)
})

test('ids of a large practice, made in one moment / as codes of clients / differ all', () => {
  const { newId } = realSurroundings()
  const codes = Array.from({ length: 2_000 }, newId).map(clientCode)
  expect(new Set(codes).size).toBe(codes.length)
})

test('the language of the computer / orders names where it is one, and is left out where it is none', () => {
  expect(realSurroundings('da-DK').language).toBe('da-DK')
  expect(realSurroundings('sv_SE').language).toBe('sv-SE')
  for (const unknown of ['', 'C', 'C.UTF-8', 'not a language', '-'])
    expect([unknown, realSurroundings(unknown).language]).toEqual([unknown, undefined])
})

test('a process that has run for long / asks the system for its zone, and keeps one that the environment names', () => {
  const changes: unknown[] = []
  const watched = (environment: Record<string, string | undefined>) =>
    new Proxy(environment, {
      set: (target, name, value) => {
        changes.push([name, value])
        return Reflect.set(target, name, value)
      },
      deleteProperty: (target, name) => {
        changes.push(['without', name])
        return Reflect.deleteProperty(target, name)
      },
    })
  followZone(watched({ PATH: '/bin' }))
  expect(changes).toEqual([['without', 'TZ']])
  followZone(watched({ TZ: 'Asia/Tokyo' }))
  expect(changes.slice(1)).toEqual([['TZ', 'Asia/Tokyo']])
})

test('the main process and the services read the day and the hour in the zone of now alone', () => {
  const root = new URL('../../', import.meta.url).pathname
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/u.test(name),
  )
  const readings = sources.flatMap((name) =>
    Array.from(
      readFileSync(join(root, name), 'utf8').matchAll(/.*\b(?:todayHere|wallNowHere|timeNowHere|offsetHere)\b.*/gu),
      ([line]) => line.trim(),
    ),
  )
  const others = readings.filter((line) => !line.startsWith('import ') && !line.includes('inZoneOfNow('))
  expect(readings.length).toBeGreaterThan(3)
  expect(others).toEqual([])
})
