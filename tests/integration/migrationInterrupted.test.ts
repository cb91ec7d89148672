// Every step of the schema, interrupted: a practice of the version before stays as it is, and is migrated the next time.
import { afterEach, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { openDatabase, type Sqlite } from '#main/database/openDatabase.ts'
import {
  columnsIn,
  freshSchema,
  interrupted,
  practiceOfVersion,
  rowsIn,
  schemaOf,
  statementsOf,
  versionOf,
  type PracticeOfVersion,
} from '../fixtures/practiceOfVersion.ts'
import { refusalOf } from '../fixtures/refusal.ts'

/** The versions of which there is a practice with rows. */
const populated = [1, 2, 3, 7] as const
const newestBelow = (version: number) => populated.findLast((known) => known < version) ?? 1

let practice: PracticeOfVersion
afterEach(() => practice.close())

/** Everything that is in it. */
const contentOf = (sqlite: Sqlite) => ({
  version: versionOf(sqlite),
  schema: schemaOf(sqlite),
  rows: rowsIn(sqlite, columnsIn(sqlite)),
  damage: checkIntegrity(sqlite, 'full'),
})

/** Where a step is interrupted: after its first statement, after its last one, and at so many places between them. */
const placesBetween = 8

it.each(migrations.slice(1).map(({ version }) => version))(
  'a practice / the step to version %d is interrupted / stays as it was, and is migrated the next time',
  (version) => {
    practice = practiceOfVersion(newestBelow(version))
    const versionBefore = migrations.slice(0, version - 1)
    const before = contentOf(practice.opened(versionBefore).sqlite)
    expect([before.version, before.damage]).toEqual([version - 1, []])
    const all = statementsOf(version).length
    const places = Array.from({ length: placesBetween + 2 }, (_, at) => Math.round((at / (placesBetween + 1)) * all))
    for (const statements of new Set(places.map((place) => Math.max(place, 1)))) {
      practice.close()
      const failing = [...versionBefore, interrupted(version, statements)]
      expect(refusalOf(() => openDatabase(practice.location, failing))).toMatchObject({ code: 'INTERNAL' })
      expect(contentOf(practice.opened(versionBefore).sqlite), `after ${statements} of ${all}`).toEqual(before)
    }
    expect(practice.opened().verify()).toMatchObject({ intact: true })
  },
)

it.each(populated)('a practice of version %d / has the schema of a fresh database afterwards', (version) => {
  practice = practiceOfVersion(version)
  const { sqlite } = practice.opened()
  expect(versionOf(sqlite)).toBe(migrations.length)
  expect(schemaOf(sqlite)).toEqual(freshSchema(practice.location))
})
