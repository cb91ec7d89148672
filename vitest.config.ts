// Two kinds of fast tests: unit tests beside their source, and integration tests on a real encrypted database.
import { defineConfig } from 'vitest/config'

// For the workers and for every process that a test starts.
const quickDrizzle = new URL('tests/fixtures/quickDrizzle.ts', import.meta.url).href
process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], `--import=${quickDrizzle}`].filter(Boolean).join(' ')

export default defineConfig({
  test: {
    // By itself it leaves a core free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', '{scripts,tools}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
})
