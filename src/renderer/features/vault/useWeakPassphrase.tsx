// A new passphrase that main refuses as weak: the question, and the flag that accepts it.
import { useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { WeakPassphraseQuestion } from './WeakPassphraseQuestion.tsx'

interface Asked {
  readonly passphrase: string
  readonly known: readonly string[]
  readonly use: () => void
}

export interface WeakPassphrase {
  /** The passphrase's box, which takes the focus again when another one is to be chosen. */
  readonly box: RefObject<HTMLInputElement | null>
  /** The flag sent with a passphrase: that it was accepted, where it was. */
  acceptanceOf(passphrase: string): { weakAccepted?: true }
  /** Asks, where a refusal is about a weak passphrase. `use` sends it again. */
  askAbout(failure: Failure, asked: Asked): void
  /** The dialog, to be rendered. */
  readonly question: ReactNode
}

/** Whether a failure only asks about a weak passphrase. */
export const isAboutWeakness = ({ details }: Failure): boolean =>
  details.issues?.some(({ code }) => code === 'weak') ?? false

export function useWeakPassphrase(): WeakPassphrase {
  const box = useRef<HTMLInputElement>(null)
  // Remembered, so that an error in another field does not repeat the question.
  const accepted = useRef<string | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isOpen, setIsOpen] = useState(false)

  function use() {
    accepted.current = asked?.passphrase ?? null
    setIsOpen(false)
    asked?.use()
  }

  function gone() {
    setAsked(null)
    if (accepted.current === null || accepted.current !== asked?.passphrase) box.current?.focus()
  }

  return {
    box,
    acceptanceOf: (passphrase) => (accepted.current === passphrase ? { weakAccepted: true } : {}),
    askAbout(failure, about) {
      if (!isAboutWeakness(failure)) return
      setAsked(about)
      setIsOpen(true)
    },
    question: asked && (
      <WeakPassphraseQuestion
        passphrase={asked.passphrase}
        known={asked.known}
        isOpen={isOpen}
        onChooseAnother={() => setIsOpen(false)}
        onUse={use}
        onGone={gone}
      />
    ),
  }
}
