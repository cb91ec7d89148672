// The rule of reaching through markup is real: each kind of reach is found, and what a part looks up of its own is not.
import { describe, expect, test } from 'vitest'
import { reachesOf } from '../../scripts/reachRules.ts'

const wrongIn = (source: string, file = 'features/session/x.tsx') => reachesOf(`src/renderer/${file}`, source)

describe('a reach into what another part drew is found', () => {
  test.each([
    `document.querySelector('section[data-pane="map"]')`,
    `const card = pane?.querySelector<HTMLElement>('section')`,
    `for (const one of map.querySelectorAll('[data-course]')) one.remove()`,
    `document.getElementById(id)?.focus()`,
    `document.getElementsByClassName('row')`,
    `const footer = event.currentTarget.closest('footer')`,
    `const dialog = palette.current?.closest('[role="dialog"]')`,
    `form.current?.querySelector('[aria-label="Remark"]')?.focus()`,
    `form.current.querySelector(\`input[aria-label="\${name}"]\`)`,
    `button.click()`,
    `if (target.matches('main')) go()`,
    `(find(name)!).dispatchEvent(new Event('input'))`,
    `document.elementsFromPoint(x, y)`,
  ])('%s', (source) => {
    expect(wrongIn(source)).toHaveLength(1)
  })
})

describe('looking up what the part drew itself passes', () => {
  test.each([
    `list.current?.querySelectorAll('button')[next]?.focus()`,
    `const sliders = () => [...(faces.current?.querySelectorAll('input') ?? [])]`,
    `row.current!.querySelector<HTMLElement>('input:checked')`,
    `picker.current?.click()`,
    `places.focus('measures')`,
    `const text = 'querySelector'`,
  ])('%s', (source) => {
    expect(wrongIn(source)).toEqual([])
  })
})

test('an exception holds for its file and its call, and for no other', () => {
  const pressed = `const isText = target.closest('input') !== null`
  expect(wrongIn(pressed, 'ui/notifyWithUndo.tsx')).toEqual([])
  expect(wrongIn(pressed, 'ui/notifyFailure.ts')).toHaveLength(1)
  expect(wrongIn(`document.querySelector('input')`, 'ui/notifyWithUndo.tsx')).toHaveLength(1)
})
