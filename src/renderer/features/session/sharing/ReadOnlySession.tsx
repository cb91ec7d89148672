// A session that another window writes in: to be read as it was saved last, draft or signed.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { usePaneScroll } from '#renderer/bridge/paneScroll.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { SignedAddition } from '../additions/SignedAddition.tsx'
import note from '../DraftNote.module.css'
import { ListsRead } from '../lists/ListsRead.tsx'
import { MeasuresRead } from '../measures/MeasuresRead.tsx'
import { MapRead } from '../reading/MapRead.tsx'
import { SectionsRead } from '../reading/SectionsRead.tsx'
import frame from '../SessionFrame.module.css'
import { SessionFrame } from '../SessionFrame.tsx'
import header from '../header/SessionHeader.module.css'
import { SessionHeader } from '../header/SessionHeader.tsx'
import { detailsWords } from '../sessionWords.ts'
import { SignAnswers } from '../signing/SignAnswers.tsx'
import { SignatureBlock } from '../signing/SignatureBlock.tsx'
import classes from '../SignedSession.module.css'
import { ElsewhereBanner } from './ElsewhereBanner.tsx'

interface Props {
  record: SessionRecord
  onTakeOver: () => Promise<boolean>
}

export function ReadOnlySession({ record, onTakeOver }: Props) {
  const pane = usePaneScroll<HTMLDivElement>('signed', true)
  const { signature } = record
  return (
    <SessionFrame
      header={
        <div>
          <SessionHeader record={record} details={record.details}>
            <span className={header.details}>{detailsWords(record.details)}</span>
          </SessionHeader>
          <ElsewhereBanner onTakeOver={onTakeOver} />
        </div>
      }
      map={<MapRead record={record} />}
      note={
        // Focusable, so that the keyboard can scroll a note that holds nothing to press.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div ref={pane} className={note.pane} tabIndex={0} role="group" aria-label="Note, read only">
          <MeasuresRead record={record} />
          <SectionsRead record={record} />
          <ListsRead record={record} />
          {signature && (
            <section className={classes.signature} aria-label="Signature">
              <SignatureBlock signature={signature} />
              <SignAnswers answers={record.signAnswers} />
            </section>
          )}
          {record.addenda.map((addition) => (
            <SignedAddition key={addition.id} addition={addition} record={record} />
          ))}
        </div>
      }
      footer={
        <footer className={frame.footer}>
          <span className={classes.signed}>
            {signature
              ? `Signed ${instantOnScreen(signature.signedAt, signature.signedOffset)}`
              : `Draft, saved ${instantOnScreen(record.updatedAt, null)}`}
          </span>
        </footer>
      }
    />
  )
}
