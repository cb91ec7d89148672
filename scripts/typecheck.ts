// Type-checks each layer with its own library: no DOM in main, no Node in renderer and shared.
import { spawnSync } from 'node:child_process'

const layers = ['shared', 'main', 'renderer', 'tests']
const failed = layers.filter((layer) => {
  const { status } = spawnSync('tsc', ['-p', `tsconfig.${layer}.json`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return status !== 0
})
if (failed.length > 0) {
  console.error(`types do not fit in: ${failed.join(', ')}`)
  process.exit(1)
}
