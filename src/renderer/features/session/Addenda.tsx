// What was added to a signed note: signed addenda in their order, and the one that is being written.
import type { Addendum, SessionRecord } from '#shared/contract/sessions.ts'
import { emptyDocument } from '#shared/domain/note/document.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import { AddendumDraft } from './AddendumDraft.tsx'
import type { Autosave } from './autosave.ts'
import { ReadOnlySection } from './ReadOnlySection.tsx'
import section from './SectionEditor.module.css'
import { instantHere } from './sessionWords.ts'
import { SignatureBlock } from './SignatureBlock.tsx'
import classes from './SignedSession.module.css'

interface Props {
  record: SessionRecord
  autosave: Autosave
  /** The addendum that is being written, stored already or not; null when none is. */
  draftId: string | null
  onDraftGone: () => void
}

export function Addenda({ record, autosave, draftId, onDraftGone }: Props) {
  const stored = record.addenda.find(({ id }) => id === draftId)
  return (
    <>
      {record.addenda
        .filter((addendum) => addendum.signature !== null)
        .map((addendum) => (
          <SignedAddendum key={addendum.id} addendum={addendum} />
        ))}
      {draftId !== null && (
        <AddendumDraft
          key={draftId}
          id={draftId}
          sessionId={record.id}
          stored={stored ?? { document: emptyDocument, plainText: '' }}
          autosave={autosave}
          onGone={onDraftGone}
        />
      )}
    </>
  )
}

function SignedAddendum({ addendum: { document, plainText, signature } }: { addendum: Addendum }) {
  if (!signature) return null
  const title = `Addendum of ${instantHere(signature.signedAt)}`
  if (document === null) return <ReadOnlySection title={title} plainText={plainText} />
  return (
    <section className={`${section.section} ${classes.section}`} aria-label={title}>
      <header className={section.header}>
        <h2 className={section.title}>{title}</h2>
      </header>
      <div className={classes.text} dir="auto">
        <RichText document={document} />
        <div className={classes.addendumSignature}>
          <SignatureBlock signature={signature} />
        </div>
      </div>
    </section>
  )
}
