// Type-checks each layer with its own library: no DOM in main, no Node in renderer and shared.
import { spawnSync } from 'node:child_process'

const layers = ['shared', 'main', 'renderer', 'tests']
const failed = layers.filter((layer) => {
  // Unchanged parts are taken from the last run's cache.
  const record = ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${layer}.tsbuildinfo`]
  const { status } = spawnSync('tsc', ['-p', `tsconfig.${layer}.json`, ...record], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return status !== 0
})
if (failed.length > 0) {
  console.error(`types do not fit in: ${failed.join(', ')}`)
  process.exit(1)
}
