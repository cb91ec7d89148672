import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { charactersTooMany, cutWords } from './fieldLimit.ts'

const room = (value: string, maxLength: number, from = value.length, to = from) => ({
  value,
  maxLength,
  selectionStart: from,
  selectionEnd: to,
})

describe('a text put into a field', () => {
  it('that has room for it, or no limit / leaves nothing out', () => {
    expect(charactersTooMany(room('neck', 10), 'stiff', 'one')).toBe(0)
    expect(charactersTooMany(room('neck', 9), 'stiff', 'one')).toBe(0)
    expect(charactersTooMany(room('neck', -1), 'x'.repeat(100_000), 'one')).toBe(0)
  })

  it('that is longer than the room / leaves out what goes over the limit', () => {
    expect(charactersTooMany(room('neck', 8), 'stiff', 'one')).toBe(1)
    expect(charactersTooMany(room('', 500), 'x'.repeat(1234), 'one')).toBe(734)
    expect(charactersTooMany(room('full', 4), 'x', 'one')).toBe(1)
  })

  it('in the place of chosen words / has their room', () => {
    expect(charactersTooMany(room('stiff neck', 10, 0, 5), 'tense', 'one')).toBe(0)
    expect(charactersTooMany(room('stiff neck', 10, 0, 10), 'x'.repeat(11), 'one')).toBe(1)
  })

  it('with line ends / counts them as the field does', () => {
    expect(charactersTooMany(room('', 3), 'a\r\nb', 'one')).toBe(0)
    expect(charactersTooMany(room('', 3), 'a\r\nb', 'many')).toBe(0)
    expect(charactersTooMany(room('', 2), 'a\r\nb', 'many')).toBe(1)
  })

  it('is told with the name of the field, its limit and what is left out', () => {
    expect(cutWords('Reason', 500, 1234)).toBe(
      'Too long for “Reason”, which holds 500 characters: the last 1,234 characters are left out.',
    )
  })
})

describe('the pages', () => {
  const root = join(import.meta.dirname, '../../..')
  const files = globSync('src/renderer/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$/u.test(file))
  const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8')

  it('tell what a field leaves out, from the start', () => {
    expect(sourceOf('src/renderer/app/main.tsx')).toContain('\nwatchFieldLimits()\n')
  })

  it('cut no text that is typed to a limit of their own', () => {
    const byHand = /\.(slice|substring|substr)\(0, *\w*([lL]imit|[lL]ongest)\w*\)/u
    // What these shorten is a list of choices, and a sentence that stands whole in its title.
    const shown = ['src/renderer/ui/foldedFilter.ts', 'src/renderer/features/session/findingSentences/SentenceBar.tsx']
    expect(files.filter((file) => byHand.test(sourceOf(file)) && !shown.includes(file))).toEqual([])
    expect(files.length).toBeGreaterThan(300)
  })
})
