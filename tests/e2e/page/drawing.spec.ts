// Drawing on the body map with what hands bring to it: two pens, a palm beside the pen, fingers, a line without end.
import type { Page } from '@playwright/test'
import { strokePointLimit } from '#shared/domain/bodymap/marks.ts'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { expectSaved, openId, startWithSomebody } from '../journeys.ts'

interface PointerStep {
  event: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'
  pointerId: number
  pointerType: 'pen' | 'touch'
  /** Parts of the figure's width and height. */
  x: number
  y: number
  pressure?: number
  /** 5 is the eraser at a pen's other end. */
  button?: number
  /** A second finger is not. */
  isPrimary?: boolean
  /** So many places of a long scribble come with the one event. */
  scribble?: number
}

async function drawingSession(page: Page): Promise<void> {
  await startWithSomebody(page)
  await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Draw', exact: true }).click()
}

/** Sends the events of pens and fingers to the first figure's drawing surface: no machine has two pens to press. */
const point = (page: Page, steps: readonly PointerStep[]) =>
  page
    .locator('[data-figure] svg[data-draws]')
    .first()
    .evaluate((svg, given) => {
      const box = svg.getBoundingClientRect()
      const eventOf = ({ event, x, y, isPrimary = true, pressure = 0.5, button = 0, ...rest }: PointerStep) => ({
        ...rest,
        isPrimary,
        clientX: box.left + box.width * x,
        clientY: box.top + box.height * y,
        pressure: event === 'pointerup' ? 0 : pressure,
        button: event === 'pointermove' ? -1 : button,
        buttons: event === 'pointerup' ? 0 : 1,
        bubbles: true,
        cancelable: true,
      })
      let turn = 0
      for (const step of given) {
        const own = eventOf(step)
        const coalescedEvents = Array.from({ length: step.scribble ?? 0 }, () => {
          turn += 1
          const x = 0.5 + 0.2 * Math.cos(turn * 0.31) * Math.sin(turn / 4000)
          const y = 0.5 + 0.2 * Math.sin(turn * 0.37)
          return new PointerEvent('pointermove', eventOf({ ...step, x, y }))
        })
        svg.dispatchEvent(new PointerEvent(step.event, { ...own, coalescedEvents }))
      }
    }, steps)

/** A straight line, with pressure from light to firm. */
const line = (
  pointer: Pick<PointerStep, 'pointerId' | 'pointerType' | 'isPrimary'>,
  y: number,
): readonly PointerStep[] => [
  { ...pointer, event: 'pointerdown', x: 0.3, y, pressure: 0.1 },
  ...[0.4, 0.5, 0.6, 0.7].map((x): PointerStep => ({ ...pointer, event: 'pointermove', x, y, pressure: x })),
  { ...pointer, event: 'pointerup', x: 0.7, y },
]

async function storedStrokes(page: Page) {
  await expectSaved(page)
  return (await ask(page, 'session:get', { id: openId(page) })).strokes
}

const strokes = (page: Page) => page.getByRole('list', { name: 'Strokes' }).getByRole('listitem')

test('of two pens at once one draws, with its own pressure', async ({ app: { page } }) => {
  await drawingSession(page)
  const first = line({ pointerId: 101, pointerType: 'pen' }, 0.2)
  const second = line({ pointerId: 102, pointerType: 'pen' }, 0.4)
  await point(
    page,
    first.flatMap((step, index) => [step, second[index] ?? step]),
  )
  await expect(strokes(page)).toHaveCount(1)
  const [stroke] = await storedStrokes(page)
  const heights = stroke?.points.filter((_, index) => index % 3 === 1) ?? []
  const pressures = stroke?.points.filter((_, index) => index % 3 === 2) ?? []
  expect(new Set(heights).size, 'all of it lies on the line of the first pen').toBe(1)
  expect(pressures[0]).toBeCloseTo(0.1)
  expect(pressures.at(-1)).toBeCloseTo(0.7)
})

test('a finger draws until a pen is used; after that it counts as a palm and draws nothing', async ({
  app: { page },
}) => {
  await drawingSession(page)
  await point(page, line({ pointerId: 11, pointerType: 'touch' }, 0.2))
  await expect(strokes(page)).toHaveCount(1)
  const palm = line({ pointerId: 12, pointerType: 'touch' }, 0.6)
  const pen = line({ pointerId: 101, pointerType: 'pen' }, 0.4)
  // The palm lies down before the pen, and again when the pen has gone.
  await point(page, [...palm.slice(0, 2), ...pen, ...palm.slice(2), ...palm])
  await expect(strokes(page)).toHaveCount(2)
  const drawn = await storedStrokes(page)
  expect(new Set(drawn[1]?.points.filter((_, index) => index % 3 === 1)).size).toBe(1)
  expect(drawn[1]?.points[2], 'the pen’s pressure, not the palm’s').toBeCloseTo(0.1)
})

test('two fingers at once draw nothing', async ({ app: { page } }) => {
  await drawingSession(page)
  const one = line({ pointerId: 11, pointerType: 'touch' }, 0.2)
  const other = line({ pointerId: 12, pointerType: 'touch', isPrimary: false }, 0.4)
  await point(
    page,
    one.flatMap((step, index) => [step, other[index] ?? step]),
  )
  await point(page, line({ pointerId: 13, pointerType: 'touch' }, 0.6))
  await expect(strokes(page)).toHaveCount(1)
})

test('a pen that is turned around erases', async ({ app: { page } }) => {
  await drawingSession(page)
  await point(page, [
    ...line({ pointerId: 101, pointerType: 'pen' }, 0.2),
    ...line({ pointerId: 101, pointerType: 'pen' }, 0.4),
  ])
  await expect(strokes(page)).toHaveCount(2)
  const turned = { pointerId: 101, pointerType: 'pen', button: 5, x: 0.5 } as const
  await point(page, [
    { ...turned, event: 'pointerdown', y: 0.3 },
    { ...turned, event: 'pointermove', y: 0.5 },
    { ...turned, event: 'pointerup', y: 0.5 },
  ])
  await expect(strokes(page)).toHaveCount(1)
})

test('a stroke that the system takes away from a pen is kept', async ({ app: { page } }) => {
  await drawingSession(page)
  const pen = line({ pointerId: 101, pointerType: 'pen' }, 0.2).slice(0, -1)
  await point(page, [...pen, { pointerId: 101, pointerType: 'pen', event: 'pointercancel', x: 0.7, y: 0.2 }])
  await expect(strokes(page)).toHaveCount(1)
})

test('a stroke of 100,000 points is simplified, and the screen says so', async ({ app: { page } }) => {
  await drawingSession(page)
  const [down, ...rest] = line({ pointerId: 101, pointerType: 'pen' }, 0.5)
  const up = rest.at(-1)
  if (!down || !up) throw new Error('a line has two ends')
  const scribble = Array.from({ length: 100 }, (): PointerStep => ({ ...down, event: 'pointermove', scribble: 1000 }))
  await point(page, [down, ...scribble, up])
  await expect(page.getByText('its line was simplified')).toBeVisible()
  await expect(strokes(page)).toHaveCount(1)
  const [stroke] = await storedStrokes(page)
  const points = (stroke?.points.length ?? 0) / 3
  expect(points).toBeLessThanOrEqual(strokePointLimit)
  expect(points).toBeGreaterThan(strokePointLimit / 2)
})
