// The entry of the process in which the services and their one connection run. Arguments: the vault's
// folder, the file in the profile that remembers vaults, `--demo` for a vault of invented people, `--language=…` for the
// order of names, and `--keep-passphrase-cost` for tests, which unlock cheap vaults by the hundred.
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeForsakenCopies } from '../../database/readingCopy.ts'
import { openServices } from '../createServices.ts'
import { createDispatcher } from '../thread/dispatcher.ts'
import { realSurroundings } from '../thread/surroundings.ts'
import { ownCodeIn } from '../../ownCode.ts'
import { installIn } from '../../vault/lease.ts'
import { makeFilesPrivate } from '../../vault/privateFiles.ts'
import { answerMessages, endWhenUncaught } from './answerMessages.ts'

makeFilesPrivate()
removeForsakenCopies()

const [folder, markerFile, ...modes] = process.argv.slice(2)
if (folder === undefined || markerFile === undefined) throw new Error('the folder of the vault is missing')
const ofLanguage = '--language='
const checkThread = new URL('checkThread.js', import.meta.url)
const salvageThread = new URL('salvageThread.js', import.meta.url)
const backupThread = new URL('backupThread.js', import.meta.url)
// Loaded only for the demo: it includes the figure.
const demo = modes.includes('--demo')
  ? await import('../demo/fillDemo.ts').then(({ demoPractice, fillDemo }) => ({
      passphrase: 'demo-practice',
      practice: demoPractice,
      fill: fillDemo,
    }))
  : undefined

const code = ownCodeIn(fileURLToPath(new URL('..', import.meta.url)))

endWhenUncaught(process.parentPort, code)
answerMessages(
  process.parentPort,
  (notify) =>
    createDispatcher({
      folder,
      markerFile,
      checkThread,
      backupThread,
      salvageThread,
      owner: {
        computer: hostname().slice(0, 255),
        install: installIn(join(dirname(markerFile), 'install.json'), randomUUID),
      },
      backupPlacesFile: join(dirname(markerFile), 'backups.json'),
      computerKeyFile: join(dirname(markerFile), 'computer.json'),
      surroundings: realSurroundings(modes.find((mode) => mode.startsWith(ofLanguage))?.slice(ofLanguage.length)),
      makeServices: openServices,
      costAtUnlock: modes.includes('--keep-passphrase-cost') ? 'keep' : 'raise',
      demo,
      onJob: (update) => notify('job', update),
    }),
  () => process.exit(0),
  code,
)
