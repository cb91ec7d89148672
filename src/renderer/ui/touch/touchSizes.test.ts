import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterPress, pressesUntilMouse, type InputInUse } from './touchSizes.ts'

const mouseOnly: InputInUse = { isTouch: false, mousePresses: 0 }
const after = (presses: readonly string[], from = mouseOnly) => presses.reduce(afterPress, from)
const anyPress = fc.constantFrom('mouse', 'touch', 'pen')

describe('the input in use', () => {
  it.each(['touch', 'pen'])('is touch from the first press of a %s', (pointer) => {
    expect(after([pointer]).isTouch).toBe(true)
    expect(after(['mouse', 'mouse', pointer]).isTouch).toBe(true)
  })

  it('stays touch while the mouse is only nudged, and is the mouse once that is used', () => {
    expect(after(['touch', 'mouse', 'mouse']).isTouch).toBe(true)
    expect(after(['touch', 'mouse', 'mouse', 'touch', 'mouse', 'mouse']).isTouch).toBe(true)
    expect(after(['touch', 'mouse', 'mouse', 'mouse']).isTouch).toBe(false)
  })

  it('follows the last presses whatever came before', () => {
    fc.assert(
      fc.property(fc.array(anyPress), (presses) => {
        expect(after([...presses, 'touch']).isTouch).toBe(true)
        expect(after([...presses, ...Array.from({ length: pressesUntilMouse }, () => 'mouse')]).isTouch).toBe(false)
      }),
    )
  })
})
