import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('no rule depends on the devices of the machine instead of the input in use', () => {
  const folder = join(import.meta.dirname, '../..')
  const asking = globSync('**/*.{css,ts,tsx}', { cwd: folder })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => /\b(?:any-)?pointer:\s*(?:coarse|fine|none)/u.test(readFileSync(join(folder, file), 'utf8')))
  expect(asking).toEqual([])
})
