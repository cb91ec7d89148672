// Body map gestures of the tour and the guide's pictures: points, strokes, treated areas, the after phase.
import { expect, type Page } from '@playwright/test'
import { clickRegion, markBar } from '../tests/e2e/journeys.ts'

interface Spot {
  readonly x: number
  readonly y: number
}

export interface TreatedRegions {
  readonly technique: string
  readonly minutes: number
  /** 1 to 5. */
  readonly pressure: number
  /** Names of regions as the map gives them, in the order of painting. */
  readonly regions: readonly string[]
}

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true })

export const choosePhase = (page: Page, phase: 'Before' | 'After' | 'Both') =>
  page.getByRole('radio', { name: phase, exact: true }).check()

export const chooseView = (page: Page, view: string) => page.getByRole('radio', { name: view, exact: true }).check()

/** A spot well inside a region, in CSS pixels, also while a tool's surface lies over it. */
function spotOf(page: Page, name: string): Promise<Spot> {
  return page.getByRole('button', { name, exact: true }).evaluate((path) => {
    const { left, top, width, height } = path.getBoundingClientRect()
    const steps = Array.from({ length: 19 }, (_, at) => (at + 1) / 20).toSorted(
      (a, b) => Math.abs(a - 0.5) - Math.abs(b - 0.5),
    )
    const spots = steps.flatMap((y) => steps.map((x) => ({ x: left + x * width, y: top + y * height })))
    return spots.find(({ x, y }) => document.elementsFromPoint(x, y).includes(path)) ?? { x: left, y: top }
  })
}

async function drag(page: Page, way: readonly Spot[]): Promise<void> {
  const [first, ...rest] = way
  if (!first) return
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 12 })
  await page.mouse.up()
  // A hand is never quite still.
  const last = rest.at(-1) ?? first
  await page.mouse.move(last.x + 1, last.y + 1)
}

async function withTool(page: Page, name: string, work: () => Promise<void>): Promise<void> {
  await tool(page, name).click()
  await work()
  await tool(page, name).click()
}

/** Marks a point of the chosen kind, draws to the place that it refers to, and sets its severity. */
export async function markPoint(page: Page, from: string, to: string, severity: number): Promise<void> {
  await withTool(page, 'Point', async () => {
    await drag(page, [await spotOf(page, from), await spotOf(page, to)])
    await markBar(page).getByRole('slider', { name: 'Severity' }).fill(String(severity))
  })
}

/** Draws freehand through the middles of regions, a little unsteadily, as a hand does. */
export async function drawThrough(page: Page, names: readonly string[]): Promise<void> {
  const stations: Spot[] = []
  for (const name of names) stations.push(await spotOf(page, name))
  const parts = 8
  const way = stations.slice(1).flatMap((to, index) => {
    const from = stations[index] ?? to
    return Array.from({ length: parts }, (_, step) => {
      const share = (step + 1) / parts
      const sway = 1.3 * Math.sin((index * parts + step) * 0.9)
      return { x: from.x + (to.x - from.x) * share + sway, y: from.y + (to.y - from.y) * share }
    })
  })
  await withTool(page, 'Draw', () => drag(page, [...stations.slice(0, 1), ...way]))
}

/** Chooses technique, minutes and pressure, and paints the regions in one go. */
export async function treat(page: Page, { technique, minutes, pressure, regions }: TreatedRegions): Promise<void> {
  await withTool(page, 'Treated area', async () => {
    const bar = page.getByRole('group', { name: 'Next treated area' })
    await bar.getByRole('combobox', { name: 'Technique' }).fill(technique)
    await bar.getByLabel('Minutes').fill(String(minutes))
    await bar.getByRole('radio', { name: String(pressure), exact: true }).check()
    const way: Spot[] = []
    for (const name of regions) way.push(await spotOf(page, name))
    await drag(page, way)
  })
}

/** In the after phase: checks a finding again, at its point if it has one, and sets its severity now; 0 for gone. */
export async function lookAgain(page: Page, name: string, severity: number): Promise<void> {
  const id = await page.getByRole('button', { name, exact: true }).getAttribute('data-region')
  const point = page.locator(`[data-spot-of="${id}"]`).first()
  const box = (await point.count()) > 0 ? await point.boundingBox() : null
  // The number stands at the upper right of the mark.
  if (box) await page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.6)
  else await clickRegion(page, name)
  const bar = markBar(page)
  if (severity === 0) await bar.getByRole('button', { name: 'Gone' }).click()
  else await bar.getByRole('slider', { name: 'Severity' }).fill(String(severity))
}

/** Forbids a region for the client, from the editor of its findings. */
export async function forbid(page: Page, name: string, reason: string): Promise<void> {
  const { x, y } = await spotOf(page, name)
  await page.mouse.click(x, y, { button: 'right' })
  const editor = page.getByRole('dialog', { name: 'Finding:' })
  await editor.getByRole('button', { name: /^Forbid or limit/ }).click()
  await editor.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await editor.getByRole('button', { name: 'Save no-go area' }).click()
  await expect(editor.getByText(`Forbidden for this client: ${reason}`)).toBeVisible()
  await editor.getByRole('button', { name: 'Close' }).click()
  await expect(editor).toBeHidden()
}
