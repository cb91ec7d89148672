// Which addition to a signed note is being written: the stored draft, or one that was just begun. One at a time.
import { useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { AmendmentTarget } from '#shared/domain/record/partText.ts'

export interface OpenAddition {
  readonly id: string
  /** What an amendment corrects, or begins with; null for an addendum. */
  readonly target: AmendmentTarget | null
}

interface OpenAdditions {
  readonly open: OpenAddition | null
  /** Begins an amendment of something, or with null an addendum. */
  begin(target: AmendmentTarget | null): void
  /** The open one was signed or discarded. */
  end(): void
}

export function useOpenAddition({ addenda }: SessionRecord): OpenAdditions {
  const [begun, setBegun] = useState<OpenAddition | null>(null)
  const stored = addenda.find(({ signature }) => signature === null)
  return {
    open: stored ? { id: stored.id, target: stored.correction } : begun,
    begin: (target) => setBegun({ id: crypto.randomUUID(), target }),
    end: () => setBegun(null),
  }
}
