// Which movement of which joint: from a list, or any other by typing it.
import { Autocomplete, SegmentedControl, Stack, type OptionsFilter } from '@mantine/core'
import { useRef, type FormEvent } from 'react'
import { joints, movementsOf } from '#shared/domain/jointMovements.ts'
import type { RangeOfMotion } from '#shared/domain/measures.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { foldText } from '#shared/domain/folding.ts'
import { useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { unsentWords, useUnstored } from '#renderer/ui/unstoredFields.ts'
import { byLabel } from '#renderer/ui/SearchableSelect.tsx'
import { FormButtons } from './EditPopover.tsx'
import classes from './measures.module.css'

type Movement = Pick<RangeOfMotion, 'joint' | 'side' | 'movement'>

interface Props {
  /** The form under which the vault keeps what is typed until its button is pressed. */
  keptIn: string
  range: Movement
  /** The words of the button that ends it. */
  action: string
  onDone: (range: Movement) => void
  onRemove?: () => void
}

const sides = [
  { value: '', label: 'No side' },
  { value: 'left', label: 'Left' },
  { value: 'right', label: 'Right' },
]

const sideOf = (value: string): Movement['side'] => (value === 'left' || value === 'right' ? value : null)

/** No options once a whole name is typed: the list would cover the next field. */
const untilWhole: OptionsFilter = (asked) => {
  const found = byLabel(asked)
  const typed = foldText(asked.search)
  return found.some((option) => 'label' in option && foldText(option.label) === typed) ? [] : found
}

export function RangeForm({ keptIn, range, action, onDone, onRemove }: Props) {
  const [typing, setTyping] = useKeptTyping<'joint' | 'movement' | 'side'>(keptIn)
  const { joint = range.joint, movement = range.movement } = typing
  const side = typing.side === undefined ? range.side : sideOf(typing.side)
  const type = (changes: typeof typing) => setTyping({ ...typing, ...changes })
  const box = useRef<HTMLInputElement>(null)
  const words = [joint, movement].map((text) => text.trim()).filter(Boolean)
  const isChanged = joint.trim() !== range.joint || movement.trim() !== range.movement || side !== range.side
  const settle = useUnstored({
    name: 'Range of motion',
    isUnstored: isChanged && words.length > 0,
    show: () => box.current?.focus(),
    keptIn,
    lostWords: (name) => unsentWords(name, words.join(' ')),
  })
  const end = () => {
    settle()
    setTyping({})
  }
  const isComplete = joint.trim() !== '' && movement.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    end()
    onDone({ joint: joint.trim(), movement: movement.trim(), side })
  }
  const remove = () => {
    end()
    onRemove?.()
  }
  const list = {
    maxLength: fieldTextLimit,
    size: 'xs',
    filter: untilWhole,
    comboboxProps: { withinPortal: false },
  } as const
  return (
    <form onSubmit={submit} className={classes.form}>
      <Stack gap="sm">
        <Autocomplete
          ref={box}
          {...list}
          label="Joint"
          data={[...joints]}
          value={joint}
          onChange={(text) => type({ joint: text })}
          data-autofocus
        />
        <Autocomplete
          {...list}
          label="Movement"
          data={[...movementsOf(joint.trim())]}
          value={movement}
          onChange={(text) => type({ movement: text })}
        />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Side"
          data={sides}
          value={side ?? ''}
          onChange={(value) => type({ side: value })}
        />
        <FormButtons action={action} isComplete={isComplete} {...(onRemove && { onRemove: remove })} />
      </Stack>
    </form>
  )
}
