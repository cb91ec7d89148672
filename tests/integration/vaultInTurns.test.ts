// A vault's folder that two computers open in turns.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPracticeRepository } from '#main/database/repositories/practiceRepository.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { vaultIn } from '#main/vault/vault.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { cheapCost, expectCode, makeVaultPlace, passphrase } from '../fixtures/vaultPlace.ts'

/** Names, sizes and times of what is in a folder, but for the count of tries. */
const listing = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== 'attempts.json')
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return [name, size, mtimeMs]
    })

describe('a vault that is open elsewhere, opened to be read', () => {
  async function openTwice() {
    const place = makeVaultPlace()
    await place.create()
    const reader = await vaultIn({
      folder: place.folder,
      surroundings: realSurroundings(),
      cost: cheapCost,
    }).unlock(passphrase, 'in use')
    onTestFinished(() => reader.close())
    return { place, reader }
  }

  test('shows what was saved up to then, its log included, and changes none of its files', async () => {
    const place = makeVaultPlace()
    await place.create()
    await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'Saved a moment ago' } })
    const before = listing(place.folder)
    const vault = vaultIn({ folder: place.folder, surroundings: realSurroundings(), cost: cheapCost })
    const reader = await vault.unlock(passphrase, 'in use')
    expect(createPracticeRepository(reader.database).get()?.name).toBe('Saved a moment ago')
    expect([reader.onlyRead, reader.notices()]).toEqual(['in use', []])
    reader.close()
    expect(listing(place.folder)).toEqual(before)
  })

  test('takes no write, no new code and no new keys', async () => {
    const { reader } = await openTwice()
    expect(() => createPracticeRepository(reader.database).update({ recoveryConfirmedAt: null })).toThrow(/readonly/u)
    expect(() => reader.renewRecoveryCode()).toThrow(expect.objectContaining({ code: 'READ_ONLY' }))
    await expectCode(
      reader.prepareNewKeys(
        passphrase,
        () => Promise.resolve(),
        () => undefined,
      ),
      'READ_ONLY',
    )
  })

  test('disturbs nobody who writes in it', async () => {
    const { place, reader } = await openTwice()
    await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'Still writing' } })
    reader.close()
    await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'And on' } })
    expect(await place.status()).toMatchObject({ isMoved: false, notices: [] })
  })
})
