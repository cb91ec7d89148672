import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notifications } from '@mantine/notifications'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { charactersTooMany, cutWords, watchFieldLimits } from './fieldLimit.ts'

vi.mock('@mantine/notifications', () => ({ notifications: { show: vi.fn() } }))

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

  it('shows a notification with the name of the field, its limit and what is left out', () => {
    expect(cutWords('Reason', 500, 1234)).toBe(
      'Too long for “Reason”, which holds 500 characters: the last 1,234 characters are left out.',
    )
  })
})

describe('a text that an input method composes', () => {
  class Field {
    readonly labels = [{ textContent: 'Reason *' }]
    readonly selectionStart = 0
    readonly selectionEnd = 0
    readonly maxLength: number
    readonly value: string
    constructor(value: string, maxLength: number) {
      this.value = value
      this.maxLength = maxLength
    }
  }
  /** Dispatches an event of the field, and returns the notifications. */
  function notificationsAfter(event: string, field: Field, more: object = {}): readonly unknown[] {
    const listeners = new Map<string, (event: object) => void>()
    vi.mocked(notifications.show).mockClear()
    vi.stubGlobal('HTMLInputElement', Field)
    vi.stubGlobal('HTMLTextAreaElement', class extends Field {})
    vi.stubGlobal('document', {
      addEventListener: (name: string, hear: (event: object) => void) => listeners.set(name, hear),
    })
    watchFieldLimits()
    listeners.get(event)?.({ target: field, defaultPrevented: false, ...more })
    return vi.mocked(notifications.show).mock.calls.map(([{ message }]) => message)
  }
  afterEach(() => vi.unstubAllGlobals())

  it('and that has room / shows no notification', () => {
    expect(notificationsAfter('compositionend', new Field('首の痛み', 4))).toEqual([])
    expect(notificationsAfter('compositionend', new Field('x'.repeat(5000), -1))).toEqual([])
  })

  it('and that is longer than its field / shows how much is left out when it ends', () => {
    const words = 'Too long for “Reason”, which holds 4 characters: the last 2 characters are left out.'
    expect(notificationsAfter('compositionend', new Field('首の痛みです', 4))).toEqual([words])
  })

  it('while it is composed / shows no notification for each letter', () => {
    const composing = { inputType: 'insertCompositionText', data: '首の痛みです' }
    expect(notificationsAfter('beforeinput', new Field('full', 4), composing)).toEqual([])
  })

  it('but typed into a full field / shows that it is full', () => {
    const typing = { inputType: 'insertText', data: 'x' }
    expect(notificationsAfter('beforeinput', new Field('full', 4), typing)).toEqual([
      '“Reason” is full: it holds 4 characters.',
    ])
  })
})

describe('the pages', () => {
  const root = join(import.meta.dirname, '../../..')
  const files = globSync('src/renderer/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$/u.test(file))
  const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8')

  it('watch their fields for cut text, from the start', () => {
    expect(sourceOf('src/renderer/app/main.tsx')).toContain('\nwatchFieldLimits()\n')
  })

  it('cut no text that is typed to a limit of their own', () => {
    const byHand = /\.(slice|substring|substr)\(0, *\w*([lL]imit|[lL]ongest)\w*\)/u
    // These shorten a list of choices, and a sentence that its title shows in full.
    const shown = ['src/renderer/ui/SearchableSelect.tsx', 'src/renderer/features/session/note/SentenceBar.tsx']
    expect(files.filter((file) => byHand.test(sourceOf(file)) && !shown.includes(file))).toEqual([])
    expect(files.length).toBeGreaterThan(300)
  })
})
