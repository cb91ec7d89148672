// A session that another window writes in, or of a vault that can only be read: as last saved, draft or signed.
import { Button } from '@mantine/core'
import { IconAppWindow } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { SignedAddition } from './additions/SignedAddition.tsx'
import frame from './frame/SessionFrame.module.css'
import { ReadSession } from './ReadSession.tsx'
import classes from './SignedSession.module.css'
import banner from './ReadOnlySession.module.css'

interface Props {
  record: SessionRecord
  /** Null where no window can write in it. */
  onTakeOver: (() => Promise<boolean>) | null
}

export function ReadOnlySession({ record, onTakeOver }: Props) {
  const { signature } = record
  return (
    <ReadSession
      record={record}
      label="Note, read only"
      banner={onTakeOver && <ElsewhereBanner onTakeOver={onTakeOver} />}
      above={onTakeOver === null && <RemarkRead text={record.privateRemark} />}
      additions={record.addenda.map((addition) => (
        <SignedAddition key={addition.id} addition={addition} record={record} />
      ))}
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

/** The remark, which the foot of a session has where it can be written. */
function RemarkRead({ text }: { text: string }) {
  if (text.trim() === '') return null
  return (
    <section aria-label="Private remark" className={banner.remark}>
      <h2>Private remark</h2>
      <p dir="auto">{text}</p>
    </section>
  )
}

interface BannerProps {
  /** Makes this window the one that writes; resolves to whether it is. */
  onTakeOver: () => Promise<boolean>
}

/** Says that another window writes in this note, and offers to write here instead. */
function ElsewhereBanner({ onTakeOver }: BannerProps) {
  const [asking, setAsking] = useState<'no' | 'now' | 'in vain'>('no')
  const takeOver = async () => {
    setAsking('now')
    setAsking((await onTakeOver()) ? 'no' : 'in vain')
  }
  return (
    <div role="group" aria-label="Open in another window" className={banner.banner}>
      <IconAppWindow size={17} stroke={1.7} aria-hidden />
      <span role="status">This note is open in another window. It is read-only here.</span>
      <Button
        variant="default"
        size="compact-sm"
        loading={asking === 'now'}
        onClick={() => {
          void takeOver().catch((thrown: unknown) => {
            setAsking('no')
            notifyFailure(thrown)
          })
        }}
      >
        Edit here
      </Button>
      {asking === 'in vain' && (
        <span role="alert" className={banner.failed}>
          The other window still holds something that it could not save, so the note stays there. Nothing is lost. Look
          there, or try again.
        </span>
      )}
    </div>
  )
}
