import { describe, expect, it } from 'vitest'
import type { FoundCopy } from '#shared/contract/backups.ts'
import { copyState, copyTitle, newestWords, placeOf, sizeWords } from './restoreWords.ts'

const backup: FoundCopy = {
  id: 'x',
  folder: '/media/stick/Palpate backups/01a2/2026-11-30 13.13.59',
  madeAt: '2026-11-30T12:13:59.000Z',
  madeAtWall: '2026-11-30T13:13:59',
  verifiedAt: '2026-11-30T12:14:02.000Z',
  signatures: 1,
  bytes: 400_000,
  isOfThisVault: true,
}

describe('a copy in words', () => {
  it('has the time of the computer that made it as its title', () => {
    expect(copyTitle(backup)).toBe('30 November 2026, 13:13')
    expect(copyTitle({ madeAtWall: null })).toBe('A copy without a date')
  })

  it.each([
    ['verified', backup, /^Verified .* · 1 signed record$/u],
    ['not verified', { ...backup, verifiedAt: null }, /^Not verified: something in it could not be read/u],
    ['by hand', { ...backup, verifiedAt: null, madeAt: null, signatures: null }, /^Copied by hand, not verified$/u],
    ['of another practice', { ...backup, isOfThisVault: false }, / · another practice$/u],
  ])('says that it is %s', (_, copy, words) => {
    expect(copyState(copy)).toMatch(words)
  })

  it('is in the folder that was chosen, on every system', () => {
    expect(placeOf(backup)).toBe('/media/stick')
    expect(placeOf({ ...backup, folder: String.raw`E:\Palpate backups\01a2\2026-11-30 13.13.59` })).toBe('E:')
    expect(placeOf({ folder: '/home/ruth/my copy', madeAt: null })).toBe('/home/ruth/my copy')
  })

  it.each([
    [12, '0.1 KB'],
    [397_000, '397 KB'],
    [4_240_000, '4.2 MB'],
    [2_100_000_000, '2.1 GB'],
  ])('of %i bytes is %s large', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words)
  })

  it('has a newest session, or none', () => {
    expect(newestWords({ newestSessionAt: '2026-11-20T09:00' })).toBe('20 November 2026, 09:00')
    expect(newestWords({ newestSessionAt: null })).toBe('none')
  })
})
