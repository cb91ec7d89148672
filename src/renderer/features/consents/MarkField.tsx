// Who signs, and their mark: drawn as a signature or as initials, or a typed name for somebody who cannot draw.
import { Stack, TextInput } from '@mantine/core'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { padSize, pointsOfLines, type ConsentMark, type MarkRole } from '#shared/domain/consent/consent.ts'
import { strokePointLimit } from '#shared/domain/bodymap/marks.ts'
import { simplifyStroke } from '#shared/domain/bodymap/strokeShape.ts'
import { roleWords } from './consentWords.ts'
import { SignaturePad, type Lines } from './SignaturePad.tsx'
import classes from './MarkField.module.css'

export type Manner = ConsentMark['manner']

const manners = [
  { id: 'drawn', name: 'Signature' },
  { id: 'initials', name: 'Initials' },
  { id: 'typed', name: 'Type the name instead' },
] as const satisfies readonly { id: Manner; name: string }[]

export const mannerOf = (text: string): Manner => manners.find(({ id }) => id === text)?.id ?? 'drawn'

interface Props {
  of: MarkRole
  name: string
  onName: (name: string) => void
  manner: Manner
  onManner: (manner: Manner) => void
  lines: Lines
  onLines: (lines: Lines) => void
  problem: string | undefined
}

export function MarkField({ of: role, name, onName, manner, onManner, lines, onLines, problem }: Props) {
  const who = roleWords[role]
  return (
    <fieldset className={classes.mark}>
      <legend>{who}</legend>
      <Stack gap="xs">
        <div className={classes.head}>
          <TextInput
            aria-label={`${who}: name`}
            placeholder="Name"
            dir="auto"
            autoComplete="off"
            value={name}
            onChange={(event) => onName(event.currentTarget.value)}
            error={name.trim() === '' && problem !== undefined}
          />
          <RadioTabs label={`${who}: how to sign`} value={manner} choices={manners} onChange={onManner} />
        </div>
        {manner === 'typed' ? (
          <p className={classes.typed}>
            The name above stands for the signature, because this person can’t sign by hand or prefers not to.
          </p>
        ) : (
          <SignaturePad
            label={`${who}’s ${manner === 'initials' ? 'initials' : 'signature'}`}
            lines={lines}
            onChange={onLines}
          />
        )}
        {problem !== undefined && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
      </Stack>
    </fieldset>
  )
}

/** A mark as it is stored; null while it is not complete. */
export function markOf(role: MarkRole, name: string, manner: Manner, lines: Lines): ConsentMark | null {
  const who = name.trim()
  if (who === '') return null
  if (manner === 'typed') return { role, manner, name: who, points: null }
  if (lines.length === 0) return null
  const share = Math.floor((strokePointLimit - lines.length) / lines.length)
  const within = (value: number, most: number) => Math.min(Math.max(value, -most), 2 * most)
  const kept = lines.map((line) =>
    simplifyStroke(line, share).map((value, index) => {
      if (index % 3 === 2) return value
      return within(value, index % 3 === 0 ? padSize.width : padSize.height)
    }),
  )
  return { role, manner, name: who, points: pointsOfLines(kept) }
}
