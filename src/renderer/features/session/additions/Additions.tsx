// What was added to a signed note: signed addenda and amendments in their order, and the one that is being written.
import { useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { AmendmentTarget } from '#shared/domain/record/partText.ts'
import type { Autosave } from '../draft/autosave.ts'
import { AddendumDraft } from './AddendumDraft.tsx'
import { AmendmentDraft } from './AmendmentDraft.tsx'
import { SignedAddition } from './SignedAddition.tsx'

/** Which addition is being written: the stored draft, or one that was just begun. One at a time. */
interface OpenAddition {
  readonly id: string
  /** The target of an amendment; null for an addendum. */
  readonly target: AmendmentTarget | null
}

interface OpenAdditions {
  readonly open: OpenAddition | null
  /** Begins an amendment of something, or with null an addendum. */
  begin(target: AmendmentTarget | null): void
  /** The open one was signed or discarded. */
  end(): void
}

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
        <AddendumDraft key={open.id} id={open.id} record={record} stored={stored} autosave={autosave} onGone={onGone} />
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

/** The addition that is being written. */
export function useOpenAddition({ addenda }: SessionRecord): OpenAdditions {
  const [begun, setBegun] = useState<OpenAddition | null>(null)
  const stored = addenda.find(({ signature }) => signature === null)
  return {
    open: stored ? { id: stored.id, target: stored.correction } : begun,
    begin: (target) => setBegun({ id: crypto.randomUUID(), target }),
    end: () => setBegun(null),
  }
}
