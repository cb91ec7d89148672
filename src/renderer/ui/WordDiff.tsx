// The old words beside the new ones: what was taken out is struck through, what was put in is underlined.
import { wordDiff, type DiffPiece } from '#shared/domain/note/wordDiff.ts'
import classes from './WordDiff.module.css'

interface Props {
  before: string
  after: string
  /** The headings of the two sides. */
  names: readonly [before: string, after: string]
}

/** Marked by elements and lines, not by colour, for print and screen readers. */
export function WordDiff({ before, after, names }: Props) {
  const pieces = wordDiff(before, after)
  return (
    <div className={classes.beside}>
      <Side name={names[0]} pieces={pieces} own="removed" />
      <Side name={names[1]} pieces={pieces} own="added" />
    </div>
  )
}

function Side({ name, pieces, own }: { name: string; pieces: readonly DiffPiece[]; own: 'removed' | 'added' }) {
  const shown = pieces.filter(({ kind }) => kind === 'same' || kind === own)
  const Changed = own === 'removed' ? 'del' : 'ins'
  return (
    <div role="group" aria-label={name} className={classes.side}>
      <p className={classes.name}>{name}</p>
      <p className={classes.words} dir="auto">
        {shown.length === 0 && <span className={classes.nothing}>nothing</span>}
        {shown.map(({ kind, text }, index) =>
          kind === 'same' ? <span key={index}>{text}</span> : <Changed key={index}>{text}</Changed>,
        )}
      </p>
    </div>
  )
}
