// Use cases of strokes: drawing, changing and erasing a freehand mark.
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { createMarkChanges } from './markChanges.ts'
import { encodePoints, toStroke } from '../../records/marks.ts'

export function createStrokeService(
  repositories: Repositories,
  { clock }: Surroundings,
): Handlers<'stroke:put' | 'stroke:remove'> {
  const { strokes, atomic } = repositories
  const changes = createMarkChanges(repositories, clock, strokes, (row) => toStroke(row) !== null)

  return {
    'stroke:put': atomic(({ stroke }) =>
      changes.put(stroke, ({ createdAt }) => ({ ...stroke, points: encodePoints(stroke.points), createdAt })),
    ),
    'stroke:remove': atomic((mark) => changes.remove(mark)),
  }
}
