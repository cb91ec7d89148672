// Tries every way out that we know on the running app, against listeners: `node tests/faults/network.ts`. One line for each
// trial. As root on Linux it runs in a network of its own in which every address leads to the listeners, so that no packet
// can leave the machine; otherwise on the loopback address.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron, hasDisplay, hasVirtualDisplay, projectRoot } from '../../scripts/runtimes.ts'
import { launchElectron } from '../e2e/electronApp.ts'
import { launchHost } from '../e2e/hostApp.ts'
import { triedFrames } from './frames.ts'
import { listen, type Listener } from './listener.ts'
import { canTrace, traced } from './trace.ts'
import { listenerHears, tryWaysOut, type World } from './tryWaysOut.ts'
import { waysOut } from './waysOut.ts'

const ownNetwork = 'PALPATE_TRIAL_IN_OWN_NETWORK'
const isInOwnNetwork = process.env[ownNetwork] !== undefined
/** An address for documentation (RFC 5737): nobody has it. */
const foreign = '192.0.2.7'

/** Starts this file anew in a network of its own, with a display if there is none. Gives the exit code, or null if it cannot. */
function startInOwnNetwork(): number | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  // A card that is none: WebRTC leaves a loopback interface out.
  const card =
    'ip link add card0 type veth peer name card1 && ip link set card1 up && ip address add 203.0.113.2/24 dev card0'
  const everywhere =
    'ip link set card0 up && ip link set lo up && ip route add default dev card0 && ip route add local 0.0.0.0/0 dev lo'
  const route = `${card} && ${everywhere} && exec "$@"`
  if (spawnSync('unshare', ['--net', 'sh', '-c', route, 'sh', 'true']).status !== 0) return null
  // A display's abstract socket is part of the network, so a virtual one is made inside.
  const display = findElectron() && hasVirtualDisplay() ? ['xvfb-run', '-a'] : []
  const command = [...display, process.execPath, import.meta.filename, ...process.argv.slice(2)]
  const env = { ...process.env, [ownNetwork]: 'yes' }
  return spawnSync('unshare', ['--net', 'sh', '-c', route, 'sh', ...command], { stdio: 'inherit', env }).status ?? 1
}

/** Those who would be asked for a name: any resolver, and the neighbours. */
const listenForNames = (): Promise<Listener[]> =>
  Promise.all((isInOwnNetwork ? [53, 853, 5353, 1900] : []).map((port) => listen('0.0.0.0', port)))

async function run(): Promise<boolean> {
  const host = isInOwnNetwork ? foreign : '127.0.0.1'
  const folder = mkdtempSync(join(tmpdir(), 'palpate-trial-'))
  const options = { userData: join(folder, 'data'), args: [] }
  const names = await listenForNames()
  const app = await (findElectron() && hasDisplay() ? launchElectron(options) : launchHost(options))
  let failures = 0
  const report = (isFine: boolean, line: string) => {
    if (!isFine) failures += 1
    console.log(`${isFine ? '✓' : '✗'} ${line}`)
  }
  try {
    console.log(`on ${app.runtime}, ${isInOwnNetwork ? 'in a network of its own' : 'on the loopback address'}`)
    report(await listenerHears(host), `the listener at ${host} hears a packet and a connection`)
    const frames = await app.page.evaluate(triedFrames)
    const made = frames.filter(({ windows }) => windows > 0)
    report(
      made.length === 0,
      `${frames.length} ways to make a frame: ${made.length} windows ${made[0]?.name ?? ''}`.trim(),
    )
    for (const world of ['page', 'pristine'] satisfies World[]) {
      // oxlint-disable-next-line no-await-in-loop -- one page, one world after the other
      for (const { name, heard, answer } of await tryWaysOut(app.page, world, host, waysOut)) {
        report(
          heard.length === 0,
          `${name} (${world} world): ${heard.length} heard${heard[0] ? `, ${heard[0]}` : ''} (${answer})`,
        )
      }
    }
    for (const { port, heard } of names) report(heard().length === 0, `names asked at port ${port}: ${heard().length}`)
  } finally {
    await app.kill()
    await Promise.all(names.map((listener) => listener.close()))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  if (canTrace()) {
    // The test runner's own line to the app is on the loopback address.
    const { exitCode, addresses } = traced([process.execPath, join(projectRoot, 'scripts/tour.ts')])
    const others = addresses.filter((address) => address !== '127.0.0.1')
    const line = `a whole tour under strace: ${others.length} addresses beside the test runner's ${others.join(' ')}`
    report(exitCode === 0 && others.length === 0, line)
  }
  console.log(failures === 0 ? 'nothing got out' : `${failures} ways out`)
  return failures === 0
}

const elsewhere = isInOwnNetwork ? null : startInOwnNetwork()
process.exitCode = elsewhere ?? ((await run()) ? 0 : 1)
