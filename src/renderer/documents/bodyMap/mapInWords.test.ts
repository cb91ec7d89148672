import { describe, expect, it } from 'vitest'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { strokesInWords } from './mapInWords.ts'

const over = (regionId: string, fields: Partial<Stroke> = {}): Stroke => {
  const { x, y } = figure.posterior.regions.find((shape) => shape.regionId === regionId)!.anchor
  return {
    id: '',
    sessionId: '',
    phase: 'before',
    view: 'posterior',
    kind: 'pain',
    points: [x + 0.3, y + 0.2, 0.5],
    ...fields,
  }
}

describe('strokes in words', () => {
  it('name kind, regions with their side, and phase, equal ones together', () => {
    const strokes = [
      over('shoulder.upper-trapezius.right'),
      over('shoulder.upper-trapezius.left'),
      over('back.latissimus.left', { kind: 'numbness', phase: 'after' }),
      over('back.latissimus.left', { points: [3, 3, 0.5], kind: 'spasm' }),
    ]
    expect(strokesInWords(strokes)).toBe(
      'pain over right and left upper trapezius (before); numbness / tingling over left latissimus (after); ' +
        'spasm beside the body (before).',
    )
  })

  it('are nothing without strokes', () => {
    expect(strokesInWords([])).toBe('')
  })
})
