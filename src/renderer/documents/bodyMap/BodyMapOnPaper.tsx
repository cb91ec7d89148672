// The body map of one session on paper: the views that carry marks with their legend, and everything on them in words.
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { NoGoAnswer } from '#shared/domain/bodymap/noGo.ts'
import classes from './BodyMapOnPaper.module.css'
import { FindingsOnPaper } from './FindingsOnPaper.tsx'
import { shownViews, type MapRecord } from './mapOfSession.ts'
import { PaperFigure } from './PaperFigure.tsx'
import { PaperLegend } from './PaperLegend.tsx'
import { noGoWords, strokesInWords } from './mapInWords.ts'
import { TreatedOnPaper } from './TreatedOnPaper.tsx'

interface Props {
  record: MapRecord
  withDrawing: boolean
}

const captions: Readonly<Record<View, string>> = {
  anterior: 'Anterior',
  posterior: 'Posterior',
  'right-lateral': 'Right lateral',
  'left-lateral': 'Left lateral',
}

/** Millimetres, by the number of views: one or two leave room for the words beside them, more take the whole width. */
const heights: readonly number[] = [0, 74, 64, 84, 84]

export function BodyMapOnPaper({ record, withDrawing }: Props) {
  const seen = withDrawing ? shownViews(record) : []
  const isBeside = seen.length > 0 && seen.length <= 2
  const freehand = strokesInWords(record.strokes)
  return (
    <div role="group" className={classes.bodyMap} aria-label="Body map">
      <div className={isBeside ? classes.beside : classes.above}>
        {seen.length > 0 && (
          <div className={classes.drawing}>
            <div className={classes.figures}>
              {seen.map((view) => (
                <figure key={view}>
                  <PaperFigure view={view} record={record} height={heights[seen.length] ?? 0} />
                  <figcaption>{captions[view]}</figcaption>
                </figure>
              ))}
            </div>
            <PaperLegend record={record} views={seen} />
          </div>
        )}
        <div className={classes.words}>
          <FindingsOnPaper findings={record.findings} />
          {freehand !== '' && (
            <p className={classes.change}>
              <b>Drawn freehand:</b> {freehand}
            </p>
          )}
          <TreatedOnPaper areas={record.treatedAreas} lengthMinutes={record.details.lengthMinutes} />
          <NoGoOnPaper answers={record.noGoAnswers} />
        </div>
      </div>
    </div>
  )
}

/** What was decided in a session about no-go regions. */
function NoGoOnPaper({ answers }: { answers: readonly NoGoAnswer[] }) {
  if (answers.length === 0) return null
  return (
    <ul className={classes.noGo} aria-label="Decisions about no-go regions">
      {answers.map((answer) => (
        <li key={answer.id} dir="auto">
          {noGoWords(answer)}
        </li>
      ))}
    </ul>
  )
}
