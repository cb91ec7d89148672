// A signed addendum or amendment below the note, with its own date, author and signature.
import { useRef } from 'react'
import type { Addendum, SessionRecord } from '#shared/contract/sessions.ts'
import { NoteCard, UnreadableNote } from '#renderer/noteEditor/index.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { focusInView, usePlace } from '#renderer/ui/places.tsx'
import { WordDiff } from '#renderer/ui/WordDiff.tsx'
import { SignatureBlock } from '../signer/SignatureBlock.tsx'
import { AmendedOn } from './AmendedOn.tsx'
import classes from './additions.module.css'
import { additionPlace, additionTitle, targetName } from './additionWords.ts'

interface Props {
  /** Not shown while it is a draft. */
  addition: Addendum
  record: SessionRecord
}

export function SignedAddition({ addition, record }: Props) {
  const card = useRef<HTMLElement>(null)
  usePlace(additionPlace(addition.id), { focus: () => focusInView(card.current) })
  const { id, document, plainText, signature, correction } = addition
  if (!signature) return null
  const title = additionTitle(addition)
  // Two may be signed in one minute; the sequence distinguishes them.
  const label = `${title}, signature ${signature.sequence}`
  if (document === null && correction === null) return <UnreadableNote title={title} plainText={plainText} />
  return (
    <NoteCard
      ref={card}
      tabIndex={-1}
      className={classes.signed ?? ''}
      title={title}
      label={label}
      beside={<AmendedOn addenda={record.addenda} target={{ part: null, addendumId: id }} />}
    >
      <div className={classes.body} dir="auto">
        {correction ? (
          <Correction correction={correction} newText={plainText} record={record} />
        ) : (
          document && <RichText document={document} />
        )}
        <div className={classes.signature}>
          <SignatureBlock signature={signature} />
        </div>
      </div>
    </NoteCard>
  )
}

interface CorrectionProps {
  correction: NonNullable<Addendum['correction']>
  newText: string
  record: SessionRecord
}

function Correction({ correction, newText, record: { addenda, details } }: CorrectionProps) {
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>Corrects</dt>
          <dd>
            {targetName(correction, addenda)}, session of {dateWords(details.serviceStart)}
          </dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd dir="auto" className={classes.why}>
            {correction.reason}
          </dd>
        </div>
      </dl>
      <WordDiff before={correction.oldText} after={newText} names={['Was', 'Is now']} />
    </>
  )
}
