// The signer: the practice's therapist, with missing data that is typed at the signature and
// kept in the vault until the note is signed.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signerOf, type PracticeFields } from '#shared/domain/practice.ts'
import { useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { useAnswer, refreshAfter } from '#renderer/bridge/queries.ts'

/** The signer's data under a signature. */
export type SignerFields = Pick<PracticeFields, 'therapistName' | 'credentials' | 'licenceNumber'>

export interface Signer {
  /** As stored, with what was typed; null until it is read. */
  readonly fields: SignerFields | null
  /** Nothing is signed before. */
  readonly isNamed: boolean
  /** The stored practice names no therapist: it is asked for. */
  readonly isAsked: boolean
  /** Asks for what is still missing beside the name. */
  askForRest(): void
  change(field: keyof SignerFields, value: string): void
  /** Stores the typed data in the practice as it is now. */
  save(): Promise<void>
}

export function useSigner(): Signer {
  const cache = useQueryClient()
  const stored = useAnswer('practice:get', {}).data?.practice
  const [typing, setTyping] = useKeptTyping<keyof SignerFields>('signer')
  const [changed, setChanged] = useState<readonly (keyof SignerFields)[]>([])
  const [isRestAsked, setRestAsked] = useState(false)
  // Kept texts never replace data that the practice has by now.
  const typed = Object.fromEntries(
    Object.entries(typing).filter(([name]) => {
      const field = name as keyof SignerFields
      return changed.includes(field) || !stored?.[field].trim()
    }),
  ) as Partial<SignerFields>
  const fields = stored ? { ...stored, ...typed } : null
  return {
    fields,
    isNamed: fields !== null && signerOf(fields) !== null,
    isAsked: stored !== undefined && (signerOf(stored) === null || isRestAsked),
    askForRest: () => setRestAsked(true),
    change(field, value) {
      setChanged([...changed, field])
      setTyping({ ...typed, [field]: value })
    },
    async save() {
      if (Object.keys(typed).length === 0) return
      const { practice } = await ask('practice:get', {})
      await ask('practice:save', { practice: { ...practice, ...typed } })
      setTyping({})
      setChanged([])
      setRestAsked(false)
      await refreshAfter(cache, 'practice:save')
    },
  }
}
