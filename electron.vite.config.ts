// How the three parts of the app are built: main (ESM, five entries), preload (one CommonJS file), renderer (two pages).
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { channels, contract } from './src/shared/contract/contract.ts'

const root = import.meta.dirname

/** What the preload script must know of the contract: not its schemas, which are most of it. */
const operations = Object.fromEntries(
  channels.map((channel) => {
    const { answeredBy, session } = contract[channel]
    return [channel, { answeredBy, session }]
  }),
)

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      rollupOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          serviceProcess: resolve(root, 'src/main/services/process/serviceEntry.ts'),
          backupThread: resolve(root, 'src/main/services/process/backupThread.ts'),
          salvageThread: resolve(root, 'src/main/services/process/salvageThread.ts'),
          checkThread: resolve(root, 'src/main/database/check/checkThread.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
      externalizeDeps: { exclude: [] },
    },
  },
  preload: {
    define: { OPERATIONS: JSON.stringify(operations) },
    build: {
      rollupOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      chunkSizeWarningLimit: 1500,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          index: resolve(root, 'src/renderer/index.html'),
          print: resolve(root, 'src/renderer/print.html'),
        },
      },
    },
  },
})
