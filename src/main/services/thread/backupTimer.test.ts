import { describe, expect, test } from 'vitest'
import { isBackupDue } from './backupTimer.ts'

const now = '2026-11-30T18:00:00.000Z'
const fresh = '2026-11-30T17:00:00.000Z'
const old = '2026-11-30T14:00:00.000Z'
const due = (behind: (string | null)[], triedAt: string | null = null) => isBackupDue({ behind, triedAt }, now)

describe('a backup by itself', () => {
  test.each([
    ['a place lacks something and its backup is four hours old', true, due([old])],
    ['only one of two such places has an old backup', true, due([fresh, old])],
    ['a place has none yet', true, due([null])],
    ['its backup was made by a clock that was ahead', true, due(['2026-11-30T19:00:00.000Z'])],
    ['no place lacks anything', false, due([])],
    ['the backup of the place that lacks something is recent', false, due([fresh])],
    ['one was begun twenty minutes ago', false, due([old], '2026-11-30T17:40:00.000Z')],
    ['one was begun half an hour ago', true, due([old], '2026-11-30T17:30:00.000Z')],
  ])('where %s / is due: %s', (_, wanted, found) => {
    expect(found).toBe(wanted)
  })
})
