// A read-only session in the layout of a draft: the content is the same everywhere, the available actions
// come from the caller.
import type { ReactNode } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { AskedAtVisit } from '#renderer/features/health/index.ts'
import { BodyMapPicture } from '#renderer/figure/index.ts'
import { Amendable } from './additions/PartAtHand.tsx'
import { SessionFrame } from './frame/SessionFrame.tsx'
import header from './frame/SessionHeader.module.css'
import { SessionHeader } from './frame/SessionHeader.tsx'
import note from './note/DraftNote.module.css'
import { ListsRead } from './note/lists/ListsRead.tsx'
import { MeasuresRead } from './note/measures/MeasuresRow.tsx'
import { SectionsRead } from './SectionsRead.tsx'
import { detailsWords, entryDateIfLater } from './sessionWords.ts'
import { SignAnswers, SignatureBlock } from './signer/SignatureBlock.tsx'
import classes from './ReadSession.module.css'

interface Props {
  record: SessionRecord
  /** The note's name. */
  label: string
  /** Beside the details of the visit. */
  besideDetails?: ReactNode
  /** Below the header. */
  banner?: ReactNode
  /** Above the note's parts. */
  above?: ReactNode
  /** The actions below a signature. */
  verify?: ReactNode
  /** What was added below the signature. */
  additions: ReactNode
  footer: ReactNode
}

export function ReadSession({ record, label, besideDetails, banner, above, verify, additions, footer }: Props) {
  const pane = usePaneScroll<HTMLDivElement>('signed', true)
  const entered = entryDateIfLater(record, record.details)
  return (
    <SessionFrame
      header={
        <div>
          <SessionHeader
            record={record}
            details={record.details}
            safety={<AskedAtVisit clientId={record.client.id} sessionId={record.id} />}
          >
            <Amendable part="details">
              <span className={header.details}>
                {detailsWords(record.details)}
                {entered && <span className={header.entered}>· entered {entered}</span>}
              </span>
            </Amendable>
            {besideDetails}
          </SessionHeader>
          {banner}
        </div>
      }
      map={
        <Amendable part="body map">
          <MapRead record={record} />
        </Amendable>
      }
      note={
        // Focusable, so that the keyboard can scroll a note without controls.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div ref={pane} className={note.pane} tabIndex={0} role="group" aria-label={label}>
          {above}
          <Amendable part="measures">
            <MeasuresRead record={record} />
          </Amendable>
          <SectionsRead record={record} />
          <Amendable part="treatment">
            <ListsRead record={record} />
          </Amendable>
          {record.signature && (
            <section className={classes.signature} aria-label="Signature">
              <SignatureBlock signature={record.signature} />
              {verify && <div className={classes.verify}>{verify}</div>}
              <SignAnswers answers={record.signAnswers} />
            </section>
          )}
          {additions}
        </div>
      }
      footer={footer}
    />
  )
}

/** The body map, to be read. */
function MapRead({ record }: { record: SessionRecord }) {
  const { data: practice } = useAnswer('practice:get', {})
  return (
    <BodyMapPicture
      findings={record.findings}
      strokes={record.strokes}
      areas={record.treatedAreas}
      noGoAnswers={record.noGoAnswers}
      lengthMinutes={record.details.lengthMinutes}
      showsUnits={practice?.settings.showsTimedUnits ?? false}
    />
  )
}
