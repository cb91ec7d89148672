import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shortcutGroups, shortcutLines } from './shortcuts.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/guide/keyboard.md'), 'utf8')

/** The rows of the page's tables by the heading above them: keys, and what they do. */
function rowsByHeading(): Record<string, string[]> {
  const rows: Record<string, string[]> = {}
  let heading = ''
  for (const line of page.split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3)
    const cells = line.startsWith('| ') ? line.slice(2, -2).split(' | ') : []
    if (cells.length > 1 && cells[0] !== 'keys') (rows[heading] ??= []).push(cells.join(' | '))
  }
  return rows
}

describe('the list of shortcuts', () => {
  it('is the same in the guide: every key with its words, under its heading, and no other', () => {
    const rows = rowsByHeading()
    expect(Object.keys(rows)).toEqual([...shortcutGroups])
    const elsewhere = shortcutLines(false)
    const onMac = shortcutLines(true)
    for (const group of shortcutGroups) {
      const listed = elsewhere.flatMap((line, at) => {
        const macKeys = onMac[at]?.keys.join(', ') ?? ''
        return line.group === group ? [`${line.keys.join(', ')} | ${macKeys} | ${line.words}`] : []
      })
      expect(rows[group]).toEqual(listed)
    }
  })

  it('says each thing once within its group', () => {
    const said = shortcutLines(false).map(({ group, words }) => `${group}: ${words}`)
    expect(new Set(said).size).toBe(said.length)
  })

  it('gives no two shortcuts the same keys in the same place', () => {
    for (const isMac of [true, false]) {
      // Keys that the focused control handles are listed by groups; only keys that work everywhere could collide.
      const keys = shortcutLines(isMac)
        .filter(({ group }) => group === 'Everywhere' || group === 'Session')
        .flatMap((line) => line.keys)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
