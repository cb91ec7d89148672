// The inner loop, `npm run check:quick`: lint, types, and the unit tests that reach what changed.
// `npm run check:quick -- <commit>` checks what changed since that commit.
import { spawn, spawnSync } from 'node:child_process'
import { projectRoot } from './runtimes.ts'

const git = (...args: string[]) => spawnSync('git', args, { cwd: projectRoot, encoding: 'utf8' })

/** What is not committed yet; with a clean tree, the last commit. */
function defaultBase(): string {
  const isClean = git('status', '--porcelain').stdout.trim() === ''
  return isClean ? 'HEAD~1' : 'HEAD'
}

const base = process.argv[2] ?? defaultBase()
if (git('rev-parse', '--verify', '--quiet', `${base}^{commit}`).status !== 0) {
  console.error(`${base} is not a commit of this repository`)
  process.exit(2)
}

const lanes: readonly (readonly string[])[][] = [
  [
    ['npm', 'run', '--silent', 'lint'],
    ['npm', 'run', '--silent', 'typecheck'],
  ],
  [['vitest', 'run', '--project', 'unit', '--changed', base, '--passWithNoTests']],
]

function run([file = '', ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: projectRoot, stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

async function runInOrder(commands: readonly (readonly string[])[]): Promise<boolean> {
  let isFine = true
  for (const command of commands) {
    // oxlint-disable-next-line no-await-in-loop -- a lane is one core's work
    if (!(await run(command))) isFine = false
  }
  return isFine
}

const start = performance.now()
const results = await Promise.all(lanes.map(runInOrder))
const isFine = results.every(Boolean)
console.log(`${isFine ? 'fine' : 'not fine'} since ${base}, ${((performance.now() - start) / 1000).toFixed(0)} s`)
process.exitCode = isFine ? 0 : 1
