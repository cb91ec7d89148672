// A new passphrase, typed twice, with its strength in words beside the colour.
import { Stack } from '@mantine/core'
import { useEffect, useState, type Ref } from 'react'
import { shortestPassphrase } from '#shared/contract/vault.ts'
import { passphraseStrength, type Strength } from '#shared/domain/passphraseStrength.ts'
import classes from './NewPassphraseFields.module.css'
import { PassphraseInput } from './PassphraseInput.tsx'

const strengthWords: Readonly<Record<Strength, string>> = {
  0: 'Very weak: guessed at once',
  1: 'Weak: guessed quickly',
  2: 'Fair: a few more words make it strong',
  3: 'Good',
  4: 'Strong',
}

export interface NewPassphrase {
  readonly passphrase: string
  readonly repeated: string
}

export const noPassphrase: NewPassphrase = { passphrase: '', repeated: '' }

/** The errors of a new passphrase, by field, or null when there are none. */
export function newPassphraseProblem({ passphrase, repeated }: NewPassphrase): Partial<NewPassphrase> | null {
  const missing = shortestPassphrase - passphrase.length
  if (missing > 0) return { passphrase: `At least ${shortestPassphrase} characters: ${missing} more` }
  if (passphrase === repeated) return null
  return { repeated: repeated === '' ? 'Type it a second time' : 'The two passphrases are different' }
}

interface Props {
  label: 'Passphrase' | 'New passphrase'
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  /** Shows the errors, after an attempt to go on. */
  problem: Partial<NewPassphrase> | null
  /** Words that make a bad passphrase, such as the practice's name. */
  known?: readonly string[]
  /** The passphrase's own box. */
  box?: Ref<HTMLInputElement>
}

const nothingKnown: readonly string[] = []

export function NewPassphraseFields({ label, value, onChange, problem, known = nothingKnown, box }: Props) {
  return (
    <Stack gap="md">
      <PassphraseInput
        label={label}
        required
        {...(box && { ref: box })}
        value={value.passphrase}
        onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
        error={problem?.passphrase}
        description={<StrengthMeter passphrase={value.passphrase} known={known} />}
      />
      <PassphraseInput
        label="Repeat passphrase"
        required
        value={value.repeated}
        onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
        error={problem?.repeated}
      />
    </Stack>
  )
}

function StrengthMeter({ passphrase, known }: { passphrase: string; known: readonly string[] }) {
  const [strength, setStrength] = useState<Strength>(0)
  const isLongEnough = passphrase.length >= shortestPassphrase
  const knownWords = known.join('\n')
  useEffect(() => {
    if (!isLongEnough) return
    let isCurrent = true
    void passphraseStrength(passphrase, knownWords.split('\n')).then((estimated) => isCurrent && setStrength(estimated))
    return () => void (isCurrent = false)
  }, [passphrase, isLongEnough, knownWords])
  const shown = isLongEnough ? Math.max(1, strength) : 0
  return (
    <span data-strength={shown}>
      <span className={classes.bars} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} data-on={bar <= shown || undefined} />
        ))}
      </span>
      <span aria-live="polite">
        {isLongEnough
          ? strengthWords[strength]
          : `At least ${shortestPassphrase} characters. Four unrelated words are easy to remember.`}
      </span>
    </span>
  )
}
