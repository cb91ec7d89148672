// What was added to a signed note: signed addenda and amendments in their order, and the one that is being written.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { Autosave } from '../draft/autosave.ts'
import { AddendumDraft } from './AddendumDraft.tsx'
import { AmendmentDraft } from './AmendmentDraft.tsx'
import { SignedAddition } from './SignedAddition.tsx'
import type { OpenAddition } from './useOpenAddition.ts'

interface Props {
  record: SessionRecord
  autosave: Autosave
  /** The addition that is being written, stored already or not; null when none is. */
  open: OpenAddition | null
  onGone: () => void
}

export function Additions({ record, autosave, open, onGone }: Props) {
  const stored = record.addenda.find(({ id }) => id === open?.id)
  return (
    <>
      {record.addenda.map((addition) => (
        <SignedAddition key={addition.id} addition={addition} record={record} />
      ))}
      {open?.target === null && (
        <AddendumDraft
          key={open.id}
          id={open.id}
          sessionId={record.id}
          stored={stored}
          autosave={autosave}
          onGone={onGone}
        />
      )}
      {open?.target && (
        <AmendmentDraft
          key={open.id}
          id={open.id}
          record={record}
          stored={stored}
          firstTarget={open.target}
          autosave={autosave}
          onGone={onGone}
        />
      )}
    </>
  )
}
