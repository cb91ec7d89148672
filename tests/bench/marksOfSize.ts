// A body map with as many marks as wanted, the same each time: findings over all regions of both views, and strokes.
import type { Page } from '@playwright/test'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import { findingKinds, plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { ask } from '../e2e/bridge.ts'

export interface MapSize {
  readonly findings: number
  readonly strokes: number
}

/** Marks of one session, half of them from in front and half from behind. */
export function marksOfSize(sessionId: string, { findings, strokes }: MapSize) {
  const kind = (index: number) => findingKinds[index % findingKinds.length]?.id ?? 'pain'
  const view = (index: number) => (index % 2 === 0 ? 'anterior' : 'posterior')
  return {
    findings: Array.from({ length: findings }, (_, index): Finding => {
      const { regions } = figure[view(index)]
      return {
        id: crypto.randomUUID(),
        sessionId,
        ...plainFinding({
          regionId: regions[(index * 7) % regions.length]?.regionId ?? '',
          kind: kind(index),
          severity: index % 11,
          phase: 'before',
          view: view(index),
        }),
      }
    }),
    strokes: Array.from({ length: strokes }, (_, index): Stroke => ({
      id: crypto.randomUUID(),
      sessionId,
      phase: 'before',
      view: view(index),
      kind: kind(index),
      points: curl(120 + ((index * 37) % 260), 80 + ((index * 53) % 800)),
    })),
  }
}

/** Puts marks on the map of a session in the running app, in the order of drawing, as a person would. */
export async function putMarks(page: Page, sessionId: string, size: MapSize): Promise<void> {
  const marks = marksOfSize(sessionId, size)
  // oxlint-disable no-await-in-loop
  for (const finding of marks.findings) await ask(page, 'finding:put', { finding })
  for (const stroke of marks.strokes) await ask(page, 'stroke:put', { stroke })
  // oxlint-enable no-await-in-loop
}

/** A curl of 80 points around a place. */
const curl = (x: number, y: number): number[] =>
  Array.from({ length: 80 }, (_, k) => [
    Math.round(10 * (x + 30 * Math.cos(k / 12))) / 10,
    Math.round(10 * (y + 30 * Math.sin(k / 9))) / 10,
    0.5,
  ]).flat()
