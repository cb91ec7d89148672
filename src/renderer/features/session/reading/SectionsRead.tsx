// The four sections of a note to be read, each with what was amended of it.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { isEmptyDocument } from '#shared/domain/note/plainText.ts'
import { sectionIds, sectionNames } from '#shared/domain/note/sections.ts'
import { NoteCard, UnreadableNote } from '#renderer/noteEditor/index.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import { AmendedOn } from '../additions/AmendedOn.tsx'
import { CarriedNote } from '../carried/CarriedNote.tsx'
import classes from '../SignedSession.module.css'

export const SectionsRead = ({ record }: { record: SessionRecord }) =>
  sectionIds.map((id) => {
    const stored = record.sections.find((one) => one.section === id)
    if (stored && stored.document === null) {
      return (
        <div key={id} className={classes.part} data-part={id}>
          <UnreadableNote title={sectionNames[id]} plainText={stored.plainText} />
        </div>
      )
    }
    const document = stored?.document
    const isEmpty = !document || isEmptyDocument(document)
    return (
      <NoteCard
        key={id}
        title={sectionNames[id]}
        className={classes.section ?? ''}
        data-part={id}
        beside={
          <>
            {document && <CarriedNote document={document} />}
            <AmendedOn addenda={record.addenda} target={{ part: id, addendumId: null }} />
          </>
        }
      >
        <div className={classes.text} dir="auto">
          {isEmpty ? (
            <span className={classes.nothing}>Nothing was written here.</span>
          ) : (
            <RichText document={document} />
          )}
        </div>
      </NoteCard>
    )
  })
