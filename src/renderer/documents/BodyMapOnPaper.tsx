// The body map of one session on paper: the views that carry marks, their findings as a table, and the legend.
import type { Finding, FindingKind } from '#shared/domain/bodymap/finding.ts'
import { findingKind, findingKinds } from '#shared/domain/bodymap/finding.ts'
import { views, type View } from '#shared/domain/bodymap/figure.ts'
import { BodyFigure, KindBadge, Legend } from '#renderer/features/bodymap/index.ts'
import { whereWords } from './whereWords.ts'
import { paperFigure } from './paperFigure.ts'
import classes from './paper.module.css'

interface Props {
  findings: readonly Finding[]
  withDrawing: boolean
}

const figureHeight = '64mm'
/** In figure units: at that height marks are 3.6 mm wide, and the letters of the sides 8 points high. */
const markSizes = { radius: 26, letter: 40 }

const captions: Readonly<Record<View, string>> = {
  anterior: 'Anterior',
  posterior: 'Posterior',
  'right-lateral': 'Right lateral',
  'left-lateral': 'Left lateral',
}

export function BodyMapOnPaper({ findings, withDrawing }: Props) {
  const seen = views.filter((view) => findings.some((finding) => finding.view === view))
  const kinds = findingKinds.map((kind) => kind.id).filter((id) => findings.some((finding) => finding.kind === id))
  const isBeside = withDrawing && seen.length <= 2
  return (
    <div role="group" className={classes.bodyMap} aria-label="Body map">
      <div className={isBeside ? classes.beside : undefined}>
        {withDrawing && <Drawing findings={findings} seen={seen} kinds={kinds} />}
        <FindingsTable findings={findings} />
      </div>
    </div>
  )
}

interface DrawingProps {
  findings: readonly Finding[]
  seen: readonly View[]
  kinds: readonly FindingKind[]
}

function Drawing({ findings, seen, kinds }: DrawingProps) {
  return (
    <div className={classes.drawing}>
      <div className={classes.figures}>
        {seen.map((view) => {
          return (
            <figure key={view}>
              <BodyFigure
                view={view}
                findings={findings}
                height={figureHeight}
                sizes={markSizes}
                figure={paperFigure(view)}
              />
              <figcaption>{captions[view]}</figcaption>
            </figure>
          )
        })}
      </div>
      <Legend kinds={kinds} />
    </div>
  )
}

function FindingsTable({ findings }: { findings: readonly Finding[] }) {
  return (
    <table className={classes.findings}>
      <thead>
        <tr>
          <th scope="col">Finding</th>
          <th scope="col" className={classes.kindColumn}>
            Kind
          </th>
          <th scope="col" className={classes.severityColumn}>
            Severity
          </th>
          <th scope="col" className={classes.whenColumn}>
            When
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} />
        ))}
      </tbody>
    </table>
  )
}

function FindingRow({ finding }: { finding: Finding }) {
  const more = [finding.depth, finding.refersTo && `refers to ${finding.refersTo}`, finding.remark].filter(Boolean)
  return (
    <tr>
      <th scope="row">
        {whereWords(finding)}
        {more.length > 0 && (
          <span className={classes.more} dir="auto">
            {more.join(' · ')}
          </span>
        )}
      </th>
      <td>
        <span className={classes.ofKind}>
          <KindBadge kind={finding.kind} size={14} />
          {findingKind(finding.kind).name}
        </span>
      </td>
      <td className={classes.number}>{finding.severity}/10</td>
      <td>{finding.phase}</td>
    </tr>
  )
}
