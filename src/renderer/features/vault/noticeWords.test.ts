import { expect, it } from 'vitest'
import { noticeKinds, type VaultNotice } from '#shared/domain/vaultNotice.ts'
import { noticeWords } from './noticeWords.ts'

const notice = (change: Partial<VaultNotice>): VaultNotice => ({
  id: 1,
  kind: 'refusals missing',
  foundAt: '2026-11-24T09:00:00.000Z',
  fileName: null,
  expectedSignatures: null,
  foundSignatures: null,
  expectedAt: null,
  problems: null,
  ...change,
})

it.each(noticeKinds)('a notice of the kind "%s" / has a title, and words that end as a sentence', (kind) => {
  const { title, text } = noticeWords(notice({ kind }))
  expect(title).toMatch(/^[A-Z].*[^.]$/u)
  expect(text).toMatch(/^[A-Z].*\.$/u)
})

it.each([
  [1, '1 rule of that lock was missing or changed'],
  [12, '12 rules of that lock were missing or changed'],
])('a notice that %i refusals were missing / says so, and what to do', (problems, words) => {
  const { text } = noticeWords(notice({ problems }))
  expect(text).toContain(words)
  expect(text).toContain('In Settings, choose “Verify record”')
})
