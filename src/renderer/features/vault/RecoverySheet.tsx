// The paper that is printed of the recovery code: nothing else of the screen goes with it.
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { codeGroups } from './recoveryCodeGroups.ts'
import classes from './RecoverySheet.module.css'

interface Props {
  code: string
  practiceName: string
  /** The day in words. */
  madeOn: string
}

export function RecoverySheet({ code, practiceName, madeOn }: Props) {
  useEffect(() => {
    document.body.dataset['prints'] = 'recovery-sheet'
    return () => void delete document.body.dataset['prints']
  }, [])
  return createPortal(
    <section className={classes.sheet} aria-hidden>
      <h1>Recovery code for Palpate</h1>
      <p>
        {practiceName} · {madeOn}
      </p>
      <p className={classes.code}>
        {codeGroups(code).map((group, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index}>{group}</span>
        ))}
      </p>
      <p>
        This code opens the practice’s encrypted records when the passphrase is forgotten: on the unlock screen choose
        “Use recovery code”, type the seven groups, and set a new passphrase. Letters and figures cannot be mixed up: O
        counts as 0, I and L as 1.
      </p>
      <p>
        Keep this sheet locked away, apart from the computer. Whoever has both can read every record. A newer code makes
        this one worthless.
      </p>
    </section>,
    document.body,
  )
}
