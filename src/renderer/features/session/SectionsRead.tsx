// The four sections of a note to be read, each with what was amended of it.
import { useRef } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { isEmptyDocument } from '#shared/domain/note/plainText.ts'
import { sectionIds, sectionNames, type SectionId } from '#shared/domain/note/sections.ts'
import { NoteCard, UnreadableNote } from '#renderer/noteEditor/index.ts'
import { focusAnyhow, usePlace } from '#renderer/ui/places.tsx'
import { RichText } from '#renderer/ui/RichText.tsx'
import { AmendedOn } from './additions/AmendedOn.tsx'
import { Amendable } from './additions/PartAtHand.tsx'
import { CarriedNote } from './note/carried/CarriedBadge.tsx'
import classes from './SectionsRead.module.css'

interface Props {
  record: SessionRecord
}

export const SectionsRead = ({ record }: Props) =>
  sectionIds.map((id) => (
    <Amendable key={id} part={id}>
      <SectionRead id={id} record={record} />
    </Amendable>
  ))

function SectionRead({ id, record }: Props & { id: SectionId }) {
  const card = useRef<HTMLElement>(null)
  usePlace(id, { focus: () => focusAnyhow(card.current) })
  const stored = record.sections.find((one) => one.section === id)
  if (stored && stored.document === null)
    return <UnreadableNote ref={card} title={sectionNames[id]} plainText={stored.plainText} />
  const document = stored?.document
  const isEmpty = !document || isEmptyDocument(document)
  return (
    <NoteCard
      ref={card}
      title={sectionNames[id]}
      className={classes.section ?? ''}
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
}
