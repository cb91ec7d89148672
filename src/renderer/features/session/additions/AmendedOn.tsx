// A line beside an amended part, with a link to the amendment.
import type { Addendum } from '#shared/contract/sessions.ts'
import { amendedPartNames, type AmendedPart } from '#shared/domain/note/parts.ts'
import { amendmentsOf, type AmendmentTarget } from '#shared/domain/record/partText.ts'
import { instantDayOnScreen } from '#renderer/ui/dateWords.ts'
import { usePlaces } from '#renderer/ui/places.tsx'
import { additionPlace } from './additionWords.ts'
import classes from './additions.module.css'

interface Props {
  addenda: readonly Addendum[]
  target: AmendmentTarget
  /** The name of the amended part, where the line is not beside it. */
  name?: string
}

export function AmendedOn({ addenda, target, name }: Props) {
  const places = usePlaces()
  const amendments = amendmentsOf(addenda, target)
  if (amendments.length === 0) return null
  return (
    <span className={classes.amended}>
      {amendments.map(({ id, signature }) => (
        <button key={id} type="button" onClick={() => places.focus(additionPlace(id))}>
          {name ? `${name} amended` : 'Amended'}
          {signature && ` on ${instantDayOnScreen(signature.signedAt, signature.signedOffset)}`}
        </button>
      ))}
    </span>
  )
}

/** The same for parts of the note that have no card of their own. */
export function AmendedParts({ addenda, parts }: { addenda: readonly Addendum[]; parts: readonly AmendedPart[] }) {
  const amended = parts.filter((part) => amendmentsOf(addenda, { part, addendumId: null }).length > 0)
  if (amended.length === 0) return null
  return (
    <p className={classes.amendedParts}>
      {amended.map((part) => (
        <AmendedOn key={part} addenda={addenda} target={{ part, addendumId: null }} name={amendedPartNames[part]} />
      ))}
    </p>
  )
}
