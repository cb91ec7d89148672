// A signed note: to be read, never to be changed; what is new is added below it.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAppWindow, IconLock } from '@tabler/icons-react'
import type { SessionRecord, Signature } from '#shared/contract/sessions.ts'
import { partsBesideSections } from '#shared/domain/note/parts.ts'
import { paths } from '#renderer/app/routes.ts'
import { openWindow } from '#renderer/bridge/otherWindows.ts'
import { usePaneScroll } from '#renderer/bridge/paneScroll.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import { VerifyRecord } from '#renderer/features/record/index.ts'
import { AddButtons } from './additions/AddButtons.tsx'
import { Additions, useOpenAddition } from './additions/Additions.tsx'
import { AmendedParts } from './additions/AmendedOn.tsx'
import { Amendable, PartAtHandProvider, usePartAtHand } from './additions/PartAtHand.tsx'
import { DraftHistory } from './history/DraftHistory.tsx'
import note from './note/DraftNote.module.css'
import { ListsRead } from './note/lists/ListsRead.tsx'
import { MeasuresRead } from './note/measures/MeasuresRead.tsx'
import { MapRead } from './map/MapRead.tsx'
import { SectionsRead } from './note/SectionsRead.tsx'
import { FooterWithRemark } from './frame/FooterWithRemark.tsx'
import { SaveStatus } from './draft/SaveStatus.tsx'
import frame from './frame/SessionFrame.module.css'
import { SessionFrame } from './frame/SessionFrame.tsx'
import header from './frame/SessionHeader.module.css'
import { SessionHeader } from './frame/SessionHeader.tsx'
import { detailsWords, entryDateIfLater } from './sessionWords.ts'
import { SignAnswers, SignatureBlock } from './signing/SignatureBlock.tsx'
import classes from './SignedSession.module.css'
import { useWriting } from './draft/useDraft.tsx'

interface Props {
  record: SessionRecord
  /** The revision that the record was read at. */
  revision: number
  signature: Signature
}

export function SignedSession({ record, revision, signature }: Props) {
  const autosave = useWriting(record.id, revision)
  const pane = usePaneScroll<HTMLDivElement>('signed', true)
  const additions = useOpenAddition(record)
  const { partAtHand, take } = usePartAtHand('subjective')
  const entered = entryDateIfLater(record, record.details)
  return (
    <PartAtHandProvider value={take}>
      <SessionFrame
        header={
          <SessionHeader record={record} details={record.details}>
            <Amendable part="details">
              <span className={header.details}>
                {detailsWords(record.details)}
                {entered && <span className={header.entered}>· entered {entered}</span>}
              </span>
            </Amendable>
            <OpenInWindow sessionId={record.id} />
          </SessionHeader>
        }
        map={
          <Amendable part="body map">
            <MapRead record={record} />
          </Amendable>
        }
        note={
          // Focusable, so that the keyboard can scroll a note that holds nothing to press.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div ref={pane} className={note.pane} tabIndex={0} role="group" aria-label="Signed note">
            <AmendedParts addenda={record.addenda} parts={partsBesideSections} />
            <Amendable part="measures">
              <MeasuresRead record={record} />
            </Amendable>
            <SectionsRead record={record} />
            <Amendable part="treatment">
              <ListsRead record={record} />
            </Amendable>
            <section className={classes.signature} aria-label="Signature">
              <SignatureBlock signature={signature} />
              <div className={classes.verify}>
                <VerifyRecord look="quiet" />
              </div>
              <SignAnswers answers={record.signAnswers} />
            </section>
            <Additions record={record} autosave={autosave} open={additions.open} onGone={additions.end} />
          </div>
        }
        footer={
          <FooterWithRemark record={record} autosave={autosave}>
            {(remark) => (
              <footer className={frame.footer}>
                <div className={classes.state}>
                  <span className={classes.signed}>
                    <IconLock size={15} stroke={1.8} aria-hidden /> Signed{' '}
                    {instantOnScreen(signature.signedAt, signature.signedOffset)}
                  </span>
                  <SaveStatus sessionId={record.id} />
                  <DraftHistory sessionId={record.id} isSigned />
                </div>
                {remark}
                {additions.open === null && (
                  <AddButtons
                    onAddendum={() => additions.begin(null)}
                    onAmendment={() => additions.begin({ part: partAtHand(), addendumId: null })}
                  />
                )}
              </footer>
            )}
          </FooterWithRemark>
        }
      />
    </PartAtHandProvider>
  )
}

/** Opens the session in another window, to be read beside what is on screen here. */
const OpenInWindow = ({ sessionId }: { sessionId: string }) => (
  <Tooltip label="Open in a new window">
    <ActionIcon
      variant="subtle"
      color="gray"
      size={34}
      aria-label="Open in a new window"
      onClick={() => void openWindow(paths.session(sessionId)).catch(tellFailure)}
    >
      <IconAppWindow size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  </Tooltip>
)
