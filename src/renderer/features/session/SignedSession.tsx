// A signed note: read-only; additions are below it.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAppWindow, IconLock } from '@tabler/icons-react'
import type { SessionRecord, Signature } from '#shared/contract/sessions.ts'
import { partsBesideSections } from '#shared/domain/note/parts.ts'
import { paths } from '#renderer/app/routes.ts'
import { openWindow } from '#renderer/bridge/otherWindows.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { ConsentLacks } from '#renderer/features/consents/index.ts'
import { VerifyRecord } from '#renderer/features/record/index.ts'
import { AddButtons } from './additions/AddButtons.tsx'
import { Additions, useOpenAddition } from './additions/Additions.tsx'
import { AmendedParts } from './additions/AmendedOn.tsx'
import { PartAtHandProvider, usePartAtHand } from './additions/PartAtHand.tsx'
import { DraftHistory } from './history/DraftHistory.tsx'
import { FooterWithRemark } from './frame/FooterWithRemark.tsx'
import { SaveStatus } from './draft/SaveStatus.tsx'
import frame from './frame/SessionFrame.module.css'
import { ReadSession } from './ReadSession.tsx'
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
  const additions = useOpenAddition(record)
  const { partAtHand, take } = usePartAtHand('subjective')
  return (
    <PartAtHandProvider value={take}>
      <ReadSession
        record={record}
        label="Signed note"
        besideDetails={<OpenInWindow sessionId={record.id} />}
        above={
          <>
            <ConsentLacks sessionId={record.id} />
            <AmendedParts addenda={record.addenda} parts={partsBesideSections} />
          </>
        }
        verify={<VerifyRecord look="quiet" />}
        additions={<Additions record={record} autosave={autosave} open={additions.open} onGone={additions.end} />}
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

/** Opens the session read-only in another window. */
const OpenInWindow = ({ sessionId }: { sessionId: string }) => (
  <Tooltip label="Open in a new window">
    <ActionIcon
      variant="subtle"
      color="gray"
      size={34}
      aria-label="Open in a new window"
      onClick={() => void openWindow(paths.session(sessionId)).catch(notifyFailure)}
    >
      <IconAppWindow size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  </Tooltip>
)
