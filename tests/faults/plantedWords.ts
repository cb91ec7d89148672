// Does everything that copies a vault, with words in it that stand nowhere else, and searches all that is then on the disk:
// profile, temporary folder, stick, the second computer. `node tests/faults/plantedWords.ts [tours]`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import {
  inTemporaryFolder,
  makeTrialVault,
  passphrase,
  signNewNote,
  trialVault,
  writeIn,
} from '../fixtures/trialVault.ts'
import { breakFirstPage } from '../fixtures/killedWorkPlace.ts'
import { wordsInFiles } from '../fixtures/wordsInFiles.ts'
import { firstFew, report } from './reporting.ts'

const tours = Number(process.argv[2] ?? 3)
const planted = {
  client: 'Zanzibarquail',
  note: 'quixotrophic',
  signedNote: 'gallimaufrous',
  alert: 'floccinaucis',
  erased: 'Zymurgiana',
  passphrase,
}

/** Searches after each stage, so that what is there only for a while is seen too. */
async function tour(place: string): Promise<{ files: number; searches: number; found: string[] }> {
  const temporary = join(place, 'tmp')
  const stick = join(place, 'stick')
  for (const folder of [temporary, stick]) mkdirSync(folder)
  // What the app and SQLite write for a while goes there.
  process.env['TMPDIR'] = temporary
  process.env['SQLITE_TMPDIR'] = temporary
  const folder = join(place, 'profile', 'vault')
  const files = [join(place, 'profile', 'vaults.json'), join(place, 'profile', 'backups.json')] as const
  const moveFile = join(stick, 'Palpate move.palpate')
  const words: string[] = Object.values(planted)
  const found: string[] = []
  let most = 0
  let searches = 0
  const search = (stage: string) => {
    const result = wordsInFiles(place, words)
    most = Math.max(most, result.files)
    searches += 1
    found.push(...result.found.map((one) => `${stage}: ${one}`))
  }

  // Otherwise finding nothing would mean nothing.
  const plain = join(stick, 'plain')
  for (const word of words) writeFileSync(plain, word, { flag: 'a' })
  const seen = wordsInFiles(place, words).found.length
  if (seen !== words.length) found.push(`of ${words.length} plain words ${seen} were seen`)
  rmSync(plain)

  const made = await makeTrialVault(folder, ...files)
  const { call, draftId } = made
  words.push((await call('vault:renewRecoveryCode', {})).recoveryCode)
  const fields = { ...emptyClient, firstName: planted.client, lastName: planted.client, alert: planted.alert }
  const { id: clientId } = await call('client:create', { fields })
  const { id: erased } = await call('client:create', { fields: { ...emptyClient, lastName: planted.erased } })
  for (let time = 0; time < 20; time += 1) {
    // oxlint-disable no-await-in-loop -- as somebody types
    await writeIn(made, draftId, `${planted.note} ${time} `.repeat(200))
    // oxlint-enable no-await-in-loop
  }
  await signNewNote(made, clientId, planted.signedNote.repeat(300))
  await signNewNote(made, erased, planted.erased)
  const document = documentFromText(planted.note)
  await call('session:saveSection', { id: draftId, section: 'plan', document })
  search('written and signed')
  await made.dispatcher.backups.addPlace(stick)
  await call('backup:run', {})
  search('backed up')
  await made.dispatcher.backups.writeMoveFile(moveFile)
  search('written for another computer')
  await call('client:archive', { id: erased })
  await call('retention:erase', { id: erased, typedName: planted.erased, reason: 'Asked for it in writing.' })
  await call('vault:clearTraces', {})
  search('a client erased')
  await call('closing:composeList', {})
  await call('audit:check', {})
  await call('vault:makeNewKeys', { passphrase })
  search('with new keys')
  made.dispatcher.close()
  search('locked')
  breakFirstPage(made.files.database)
  const damaged = trialVault(folder, ...files)
  await damaged.call('vault:readDamaged', { secret: { passphrase } })
  search('a damaged one read')
  damaged.dispatcher.close()
  const salvaged = trialVault(folder, ...files)
  await salvaged.call('vault:salvage', { secret: { passphrase } })
  search('salvaged')
  salvaged.dispatcher.close()
  const laptop = trialVault(join(place, 'laptop', 'vault'), join(place, 'laptop', 'vaults.json'))
  const { copies } = await laptop.dispatcher.backups.findCopies(moveFile)
  const id = copies[0]?.id ?? ''
  await laptop.call('backup:look', { id, secret: { passphrase } })
  search('looked into')
  await laptop.call('backup:restore', { id })
  await laptop.unlock()
  search('restored')
  laptop.dispatcher.close()
  search('all locked')
  return { files: most, searches, found }
}

const usual = tmpdir()
let bad = 0
let searched = 0
let files = 0
const problems: string[] = []
for (let run = 1; run <= tours; run += 1) {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  const result = await inTemporaryFolder(tour)
  process.env['TMPDIR'] = usual
  if (result.found.length > 0) bad += 1
  searched += result.searches
  files = Math.max(files, result.files)
  problems.push(...result.found)
}
report({
  what: 'planted words searched for on the disk while everything was done that copies a vault',
  tried: tours,
  asItShouldBe: tours - bad,
  detail: [`${searched} searches, up to ${files} files`, firstFew(problems)].filter(Boolean).join(', '),
})
