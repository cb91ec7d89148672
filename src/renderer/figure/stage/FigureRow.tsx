// The figures of a map side by side, or the details in a grid; each with its caption and the attributes that the stage reads.
import type { ReactNode } from 'react'
import classes from './FigureRow.module.css'
import type { ShownFigure } from './mapViews.ts'
import { useFigureSize } from './useFigureSize.ts'

interface Props<Shown extends ShownFigure> {
  figures: readonly Shown[]
  /**
   * Renders one figure: an `<svg>` with the figure's box as view box, which fills the place that it is given.
   * @param unitsPerPixel figure units per CSS pixel while not zoomed
   */
  children: (figure: Shown, unitsPerPixel: number) => ReactNode
}

export function FigureRow<Shown extends ShownFigure>({ figures, children }: Props<Shown>) {
  const { ref, scale, unitsPerPixel, columns, caption, isGrid } = useFigureSize(figures)
  return (
    <div className={classes.room} data-grid={isGrid || undefined} ref={ref}>
      <div className={classes.row} style={{ gridTemplateColumns: columns.map((width) => `${width}px`).join(' ') }}>
        {figures.map((figure) => (
          <figure key={figure.key} className={classes.place}>
            {/* Takes the focus on a press beside the body, so that the map's keys work; not a tab stop. */}
            <div
              className={classes.picture}
              tabIndex={-1}
              style={{ width: figure.box.width * scale, height: figure.box.height * scale }}
              {...figureAttributes(figure)}
            >
              {children(figure, unitsPerPixel)}
            </div>
            <figcaption className={classes.caption} style={{ height: caption }} aria-hidden>
              {figure.caption}
            </figcaption>
          </figure>
        ))}
      </div>
    </div>
  )
}

/** The attributes of a figure's wrapper that the stage reads: that it is one, and its letters. */
export function figureAttributes({ key, view, letters }: ShownFigure): Readonly<Record<string, string>> {
  return {
    'data-figure': key,
    'data-view': view,
    ...(letters?.left && { 'data-left-letter': letters.left }),
    ...(letters?.right && { 'data-right-letter': letters.right }),
    ...(letters && { 'data-letter-inset': String(letters.inset) }),
  }
}
