// The four sections of a note to be read, each with what was amended of it.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { isEmptyDocument } from '#shared/domain/note/plainText.ts'
import { sectionIds, sectionNames } from '#shared/domain/note/sections.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import { AmendedOn } from '../additions/AmendedOn.tsx'
import { CarriedNote } from '../carried/CarriedNote.tsx'
import { ReadOnlySection } from '../editor/ReadOnlySection.tsx'
import section from '../editor/SectionEditor.module.css'
import classes from '../SignedSession.module.css'

export const SectionsRead = ({ record }: { record: SessionRecord }) =>
  sectionIds.map((id) => {
    const stored = record.sections.find((one) => one.section === id)
    if (stored && stored.document === null) {
      return (
        <div key={id} className={classes.part} data-part={id}>
          <ReadOnlySection title={sectionNames[id]} plainText={stored.plainText} />
        </div>
      )
    }
    const document = stored?.document
    const isEmpty = !document || isEmptyDocument(document)
    return (
      <section
        key={id}
        className={`${section.section} ${classes.section}`}
        aria-label={sectionNames[id]}
        data-part={id}
      >
        <header className={section.header}>
          <h2 className={section.title}>{sectionNames[id]}</h2>
          {document && <CarriedNote document={document} />}
          <AmendedOn addenda={record.addenda} target={{ part: id, addendumId: null }} />
        </header>
        <div className={classes.text} dir="auto">
          {isEmpty ? (
            <span className={classes.nothing}>Nothing was written here.</span>
          ) : (
            <RichText document={document} />
          )}
        </div>
      </section>
    )
  })
