// Electron's printToPDF options as the browser's own protocol takes them.

interface Margins {
  top?: number
  bottom?: number
  left?: number
  right?: number
}
export interface PrintOptions {
  landscape?: boolean
  displayHeaderFooter?: boolean
  printBackground?: boolean
  scale?: number
  /** A name, or width and height in inches. */
  pageSize?: string | { width: number; height: number }
  /** In inches. */
  margins?: Margins
  pageRanges?: string
  headerTemplate?: string
  footerTemplate?: string
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

/** Width and height in inches. */
const papers: Readonly<Record<string, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
}

function paperOf(size: PrintOptions['pageSize']): readonly [number, number] {
  if (typeof size === 'object') return [size.width, size.height]
  const paper = papers[size ?? 'Letter']
  if (!paper) throw new Error(`no such paper here: ${size}`)
  return paper
}

/** The parameters of the protocol's `Page.printToPDF`. Throws on a paper that is not in the list. */
export function toPrintParameters({ pageSize, margins, ...shared }: PrintOptions) {
  const [paperWidth, paperHeight] = paperOf(pageSize)
  const given = Object.entries(margins ?? {}).flatMap(([side, inches]) =>
    typeof inches === 'number' ? [[`margin${side[0]?.toUpperCase()}${side.slice(1)}`, inches]] : [],
  )
  return { ...shared, paperWidth, paperHeight, ...Object.fromEntries(given) }
}
