import { expect, it } from 'vitest'
import { strokeName } from './StrokeList.tsx'

it('names a stroke by its kind, its view and its phase', () => {
  expect(strokeName({ kind: 'pain', view: 'posterior', phase: 'before' })).toBe('Stroke, pain, posterior, before')
  expect(strokeName({ kind: 'trigger-point', view: 'left-lateral', phase: 'after' })).toBe(
    'Stroke, trigger point, left lateral, after',
  )
})
