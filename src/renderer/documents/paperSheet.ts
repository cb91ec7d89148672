// The page box of a printed file, as a style sheet: the paper's size and the margins that header and footer need.
import type { PaperSize } from '#shared/domain/practice.ts'

/** Millimetres, portrait. */
export const paperDimensions: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
}

/** Millimetres around the text; header and footer stand in the upper and lower ones. */
export const pageMargins = { top: 22, side: 18, bottom: 18 } as const

/** Gives the page of this window its size. A constructed sheet: the content policy allows no style element. */
export function setPaper(size: PaperSize): void {
  const { width, height } = paperDimensions[size]
  const { top, side, bottom } = pageMargins
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { size: ${width}mm ${height}mm; margin: ${top}mm ${side}mm ${bottom}mm }`)
  document.adoptedStyleSheets = [sheet]
}
