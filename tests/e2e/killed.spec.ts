// The app is killed while somebody types: what was typed a second before is there afterwards, and the database is whole.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { vaultIn } from '#main/vault/vault.ts'
import { findElectron } from '../../scripts/runtimes.ts'
import { expect, test } from './fixtures.ts'
import { createClient, passphrase, section, startSession, unlock } from './journeys.ts'

/** `npm run faults -- killed` tries some hundred more, at every place of a save. */
const kills = 20
/** What may be missing after a kill: the last second. */
const tolerated = 1000

/** A small generator of our own, so that a failing run can be had again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What is wrong with the vault as the kill left it, looked at in a copy so that the app finds it as it was. */
async function damageIn(userData: string, copy: string): Promise<readonly string[]> {
  cpSync(join(userData, 'vault'), copy, { recursive: true })
  const vault = vaultIn({ folder: copy, surroundings: realSurroundings() })
  // The lease that the kill has left is the app's.
  const opened = await vault.unlock(passphrase, 'take over')
  try {
    return checkIntegrity(opened.database.sqlite, 'full')
  } finally {
    opened.close()
    rmSync(copy, { recursive: true })
  }
}

test('killed while typing, twenty times / nothing older than a second is lost (four of them on Electron, where there is one)', async ({
  launch,
  practiceFolder,
  temporaryFolder,
  runtime,
}) => {
  test.setTimeout(20 * 60_000)
  const onElectron = findElectron() ? Math.ceil(kills / 5) : 0
  const rounds = runtime === 'host' ? kills - onElectron : onElectron
  const random = randomFrom(20_261_123)
  let app = await launch({ userData: practiceFolder })
  await unlock(app.page)
  await createClient(app.page, { firstName: 'Kay', lastName: 'Ninefold' })
  await startSession(app.page)
  await section(app.page, 'Subjective').click()
  let kept = ''

  for (let round = 0; round < rounds; round += 1) {
    const { page } = app
    const typed: { at: number; text: string }[] = [{ at: 0, text: kept }]
    let text = kept
    const until = Date.now() + 300 + random() * 1500
    let word = 0
    while (Date.now() < until) {
      const next = `${round}.${word} `
      await page.keyboard.insertText(next)
      text += next
      typed.push({ at: Date.now(), text })
      word += 1
    }
    const killedAt = Date.now()
    await app.kill()
    // Damage does not heal, so it is enough to look every few kills, and after the last.
    if (round % 10 === 9) {
      expect(await damageIn(practiceFolder, join(temporaryFolder, 'copy')), `round ${round}`).toEqual([])
    }

    app = await launch({ userData: practiceFolder })
    await unlock(app.page)
    await expect(section(app.page, 'Subjective')).toBeVisible()
    const found = await section(app.page, 'Subjective').innerText()
    const owed = typed.findLast(({ at }) => at <= killedAt - tolerated)?.text ?? kept
    expect(found.trim(), `round ${round}`).toContain(owed.trim())
    expect(text.trim().startsWith(found.trim()), `round ${round}: nothing that was never typed`).toBe(true)
    kept = found.trim() === '' ? '' : `${found.trimEnd()} `
    await section(app.page, 'Subjective').click()
    await app.page.keyboard.press('ControlOrMeta+End')
    if (kept !== '' && !found.endsWith(' ')) await app.page.keyboard.insertText(' ')
  }
})
