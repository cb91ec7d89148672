// What holds for every style sheet and source of the screens.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..')

/** Paper has points; what is drawn in a figure has the figure's own units. */
const hasOtherUnits = /^documents\/|visits\/VisitFigure\.module\.css$/u

it('stylesheets of screens / a size of text / is one of the theme’s, or follows the text around it', () => {
  const own = globSync('**/*.css', { cwd: folder })
    .filter((file) => !hasOtherUnits.test(file))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/font-size: ([^;]+);/gu)].map(
        ([, size]) => `${file}: ${size}`,
      ),
    )
    .filter((line) => !/: (?:var\(--mantine-font-size-\w+\)|inherit|[\d.]+em|[\d.]+pt)$/u.test(line))
  expect(own).toEqual([])
})

it('no rule depends on the devices of the machine instead of the input in use', () => {
  const asking = globSync('**/*.{css,ts,tsx}', { cwd: folder })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => /\b(?:any-)?pointer:\s*(?:coarse|fine|none)/u.test(readFileSync(join(folder, file), 'utf8')))
  expect(asking).toEqual([])
})
