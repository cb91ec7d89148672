import { expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { fieldError } from '../../appError.ts'
import { toAppError } from './toAppError.ts'

const sqliteError = (code: string, message = '') => new Database.SqliteError(message, code)

test.each([
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_READONLY_DIRECTORY', 'READ_ONLY'],
  ['SQLITE_READONLY_DBMOVED', 'VAULT_MOVED'],
  ['SQLITE_CANTOPEN', 'READ_ONLY'],
  ['SQLITE_CANTOPEN_ISDIR', 'READ_ONLY'],
  ['SQLITE_IOERR_WRITE', 'IO_ERROR'],
  ['SQLITE_IOERR_READ', 'IO_ERROR'],
  ['SQLITE_IOERR_FSYNC', 'IO_ERROR'],
  ['SQLITE_IOERR_SHORT_READ', 'DB_CORRUPT'],
  ['SQLITE_CORRUPT', 'DB_CORRUPT'],
  ['SQLITE_CORRUPT_INDEX', 'DB_CORRUPT'],
  ['SQLITE_NOTADB', 'DB_FOREIGN'],
  ['SQLITE_BUSY', 'BUSY'],
  ['SQLITE_BUSY_SNAPSHOT', 'BUSY'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'CONFLICT'],
  ['SQLITE_CONSTRAINT_CHECK', 'INTERNAL'],
  ['SQLITE_IOERR_NOMEM', 'INTERNAL'],
  ['SQLITE_ERROR', 'INTERNAL'],
])('%s is %s', (code, meaning) => {
  expect(toAppError(sqliteError(code)).code).toBe(meaning)
})

test('what the triggers on signed notes raise is SIGNED, and only that', () => {
  expect(toAppError(sqliteError('SQLITE_CONSTRAINT_TRIGGER', 'SIGNED')).code).toBe('SIGNED')
  expect(toAppError(sqliteError('SQLITE_CONSTRAINT_TRIGGER', 'other')).code).toBe('INTERNAL')
})

test('an error that was caused by one of SQLite has its meaning', () => {
  const wrapped = new Error('Failed query: params: Mrs Someone', { cause: sqliteError('SQLITE_FULL') })
  expect(toAppError(wrapped).code).toBe('DISK_FULL')
})

test("an AppError stays as it is, and an unknown error's text stays in its cause, which does not cross the bridge", () => {
  const known = fieldError('fields.name', 'too_long')
  expect(toAppError(known)).toBe(known)
  const thrown = new TypeError("cannot read 'x' of Mrs Someone")
  const unknown = toAppError(thrown)
  expect(unknown.cause).toBe(thrown)
  expect(unknown.stack).not.toContain('Mrs Someone')
  expect(unknown.toContract()).toEqual({ code: 'INTERNAL' })
  expect(toAppError(undefined).toContract()).toEqual({ code: 'INTERNAL' })
})
