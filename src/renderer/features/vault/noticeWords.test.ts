import { expect, it } from 'vitest'
import { noticeKinds, type VaultNotice } from '#shared/domain/vaultNotice.ts'
import { headWords, noticeWords } from './noticeWords.ts'

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

it('a notice of a restored backup / says which one, until when, what is not in it, and where the rest is', () => {
  const change = {
    kind: 'restored',
    fileName: '2026-11-23 14.00.00',
    expectedSignatures: 5,
    foundSignatures: 3,
  } as const
  const { title, text } = noticeWords(notice({ ...change, expectedAt: '2026-11-24T09:00:00.000Z' }))
  expect(title).toContain('2026-11-23 14.00.00')
  expect(text).toMatch(/last save that Palpate knew of .* 2 signatures made since then are not in it\. .*set-aside/u)
  expect(noticeWords(notice({ ...change, foundSignatures: 5 })).text).not.toContain('not in it')
})

it('the heading over notices / is calm where all of them are of what was asked for, and not beside any other', () => {
  const restored = notice({ kind: 'restored' })
  expect(headWords([restored]).title).toBe('The backup is restored')
  expect(headWords([restored, notice({ kind: 'log damaged' })]).title).toBe('Something is not as it was')
})
