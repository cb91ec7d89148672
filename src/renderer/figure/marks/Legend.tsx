// The legend: symbol, colour and word of kinds of finding. On screen and on paper.
import { findingKind, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { KindBadge } from './KindBadge.tsx'
import classes from './Legend.module.css'

interface Props {
  /** The kinds to explain, in the order shown. */
  kinds: readonly FindingKind[]
}

export const Legend = ({ kinds }: Props) => (
  <ul className={classes.legend} aria-label="Legend">
    {kinds.map((kind) => (
      <li key={kind}>
        <KindBadge kind={kind} size={14} />
        {findingKind(kind).name}
      </li>
    ))}
  </ul>
)
