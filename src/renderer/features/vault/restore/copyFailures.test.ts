import { describe, expect, test } from 'vitest'
import { errorCodes, type ErrorCode } from '#shared/contract/errors.ts'
import { wordsOf } from '#renderer/bridge/errorWords.ts'
import { fileFailureWords, lookFailureWords, searchFailureWords } from './copyFailures.ts'

/** What makes somebody touch the files of the vault that is here. */
const ofOwnVault =
  /the vault’s folder|put (?:the|a sound copy)\b|envelope\.json|can’t write to this folder|this vault’s/iu
const isGeneral = (code: ErrorCode) => lookFailureWords({ code }) === wordsOf({ code })

describe('why a backup could not be looked into', () => {
  test.each(errorCodes.filter((code) => !isGeneral(code)))('%s / is said of this backup', (code) => {
    const { title, text } = lookFailureWords({ code })
    expect(title).toMatch(/^This backup/u)
    expect(text).not.toMatch(ofOwnVault)
  })

  test('is in no case of a file said in the general words', () => {
    const ofFiles = /^(?:ENVELOPE_|DB_|KEY_FILE_|IO_|DISK_|READ_ONLY|NO_ROOM|NOT_A_FILE|NOT_FOUND|IN_USE)/u
    expect(errorCodes.filter((code) => ofFiles.test(code) && isGeneral(code))).toEqual([])
  })
})

test('a chosen folder or file that can’t be read / gets no advice about the vault that is here', () => {
  for (const code of ['READ_ONLY', 'IO_ERROR', 'DB_CORRUPT', 'DB_FROM_FUTURE', 'NO_MOVE_FILE'] as const) {
    expect(fileFailureWords({ code }).text).not.toMatch(ofOwnVault)
    if (code === 'READ_ONLY' || code === 'IO_ERROR') expect(searchFailureWords({ code }).text).not.toMatch(ofOwnVault)
  }
})
