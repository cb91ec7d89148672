// Kills a process in the middle of each of the long works on a vault, right before its changes to the file system and right
// before its writes to the database and its log: `node tests/faults/worksKilled.ts [places] [work …]`. The vault opens, or
// says why not, nothing that was there is lost, nothing half made is left, and the same work done again gets through.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compiledOnce } from '../fixtures/compiledOnce.ts'
import { faultyDisk, withFaults } from '../fixtures/faultyDisk.ts'
import { killedWorks, type KilledWorkName } from '../fixtures/killedWorks.ts'
import { copyOver, inTemporaryFolder } from '../fixtures/trialVault.ts'
import { firstFew, report, reportSkipped } from './reporting.ts'

const mostPlaces = Number(process.argv[2] ?? 12)
const asked = process.argv.slice(3)
const child = fileURLToPath(new URL('../fixtures/killedWorkChild.ts', import.meta.url))

interface Ended {
  readonly isDone: boolean
  readonly wasKilled: boolean
  readonly changes: number
  readonly errors: string
}

function doWork(name: string, place: string, killAt: number, env: NodeJS.ProcessEnv): Ended {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [child, name, place, String(killAt)], {
    env,
    encoding: 'utf8',
  })
  rmSync(join(place, 'begun'), { force: true })
  const done = /^done (\d+)$/mu.exec(stdout)
  return {
    isDone: done !== null,
    wasKilled: signal === 'SIGKILL',
    changes: Number(done?.[1] ?? 0),
    errors: signal === 'SIGKILL' ? '' : stderr,
  }
}

async function tryWork(name: KilledWorkName, root: string): Promise<void> {
  const { what, make, wrongAfter } = killedWorks[name]
  // In one place each time: the profile names folders by their whole path.
  const here = join(root, 'here')
  const kept = join(root, 'kept')
  mkdirSync(here, { recursive: true })
  await make(here)
  copyOver(here, kept)
  const ordinary = { ...process.env, ...compiledOnce }
  const problems: string[] = []
  let tried = 0
  let bad = 0

  async function kill(where: string, killAt: number, env: NodeJS.ProcessEnv): Promise<void> {
    copyOver(kept, here)
    const ended = doWork(name, here, killAt, env)
    const wrong = await wrongAfter(here, ended.isDone).catch((error: unknown) => [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ])
    if (!ended.wasKilled) wrong.push(`it was not killed ${ended.errors}`.trim())
    tried += 1
    if (wrong.length > 0) bad += 1
    problems.push(...wrong.map((problem) => `${where}: ${problem}`))
  }

  const whole = doWork(name, here, 0, ordinary)
  if (!whole.isDone) problems.push(`not killed, it failed: ${whole.errors}`)
  const changes = Array.from({ length: whole.changes }, (_, index) => index + 1)
  // oxlint-disable-next-line no-await-in-loop -- one kill after the other, in the same place
  for (const change of changes) await kill(`change ${change}`, change, ordinary)

  const library = faultyDisk()
  const counts: string[] = []
  for (const path of ['practice.db', 'practice.db-wal', '.partial']) {
    if (library === null) break
    const faults = { path, calls: 'write', while: join(here, 'begun') } as const
    const tally = join(root, 'tally')
    copyOver(kept, here)
    doWork(name, here, 0, withFaults(library, { ...faults, skip: 1_000_000, tally }))
    const total = Number(readFileSync(tally, 'utf8'))
    rmSync(tally)
    const places = Math.min(total, mostPlaces)
    if (total > 0) counts.push(`${places} places of ${total} writes to ${path}`)
    for (let index = 0; index < places; index += 1) {
      const skip = Math.floor((index * total) / places)
      // oxlint-disable-next-line no-await-in-loop -- see above
      await kill(`write ${skip} to ${path}`, 0, withFaults(library, { ...faults, skip, instead: 'kill' }))
    }
  }
  if (library === null) reportSkipped(`killed before a write while it ${what}`, 'this takes Linux and a C compiler')
  report({
    what: `killed while it ${what}`,
    tried,
    asItShouldBe: tried - bad,
    detail: [`${changes.length} changes to the file system`, ...counts, firstFew(problems)].filter(Boolean).join(', '),
  })
}

for (const name of Object.keys(killedWorks) as KilledWorkName[]) {
  if (asked.length > 0 && !asked.includes(name)) continue
  // oxlint-disable-next-line no-await-in-loop -- one work after the other
  await inTemporaryFolder((root) => tryWork(name, root))
}
