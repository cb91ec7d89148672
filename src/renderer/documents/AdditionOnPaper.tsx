// What was added to a signed note, on paper: an addendum, or an amendment with the old words beside the new ones.
import type { Addendum, SessionRecord } from '#shared/contract/sessions.ts'
import { instantWords, longDateWords } from '#renderer/ui/dateWords.ts'
import { amendedPartNames, type AmendedPart } from '#shared/domain/note/parts.ts'
import { amendmentsOf, type AmendmentTarget } from '#shared/domain/record/partText.ts'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { Part, TextOnPaper } from './parts.tsx'
import classes from './SessionArticle.module.css'
import { SignatureLine } from './SignatureLine.tsx'
import { andWords } from '#shared/domain/wordLists.ts'

interface Props {
  addition: Addendum
  session: Pick<SessionRecord, 'details' | 'addenda'>
  practiceName: string
}

export function AdditionOnPaper({ addition, session, practiceName }: Props) {
  const { kind, correction, signature, createdAt, createdOffset } = addition
  const name = kind === 'amendment' ? 'Amendment' : 'Addendum'
  return (
    <div className={classes.addendum}>
      <Part name={signature ? name : `${name} (unsigned draft)`}>
        <p className={classes.addendumDate}>Written {instantWords(createdAt, createdOffset)}</p>
        {correction ? (
          <>
            <p>
              Corrects: {targetWords(correction, session.addenda)}, session of{' '}
              {longDateWords(session.details.serviceStart)}
            </p>
            <p className={classes.plain} dir="auto">
              Why: {correction.reason}
            </p>
            <WordDiff before={correction.oldText} after={addition.plainText} names={['Was', 'Is now']} />
          </>
        ) : (
          <>
            <TextOnPaper of={addition} />
            <AmendedOnPaper session={session} target={{ part: null, addendumId: addition.id }} />
          </>
        )}
      </Part>
      {signature && (
        <Part name="Signature" kind="signature">
          <SignatureLine signature={signature} practiceName={practiceName} />
        </Part>
      )}
    </div>
  )
}

function targetWords({ part, addendumId }: AmendmentTarget, addenda: readonly Addendum[]): string {
  if (part !== null) return amendedPartNames[part]
  const addendum = addenda.find(({ id }) => id === addendumId)
  return addendum ? `Addendum written ${instantWords(addendum.createdAt, addendum.createdOffset)}` : 'Addendum'
}

interface AmendedProps {
  session: Pick<SessionRecord, 'addenda'>
  target: AmendmentTarget
  /** The name of the amended part, where the line is not beside it. */
  name?: string
}

/** Beside what was corrected later: "Amended on 24 November 2026, see below." */
export function AmendedOnPaper({ session: { addenda }, target, name }: AmendedProps) {
  const dates = amendmentsOf(addenda, target).flatMap(({ signature }) =>
    signature ? instantWords(signature.signedAt, signature.signedOffset) : [],
  )
  if (dates.length === 0) return null
  return (
    <p className={classes.addendumDate}>
      {name ? `${name} amended` : 'Amended'} on {andWords(dates)}, see below.
    </p>
  )
}

/** The same for parts of the note without a part of their own on paper. */
export const AmendedPartsOnPaper = ({
  session,
  parts,
}: {
  session: AmendedProps['session']
  parts: readonly AmendedPart[]
}) =>
  parts.map((part) => (
    <AmendedOnPaper key={part} session={session} target={{ part, addendumId: null }} name={amendedPartNames[part]} />
  ))
