// Which movement of which joint: from a list, or any other by typing it.
import { Autocomplete, SegmentedControl, Stack, type OptionsFilter } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { joints, movementsOf } from '#shared/domain/jointMovements.ts'
import type { RangeOfMotion } from '#shared/domain/measures.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { unsentWords, useUnstored } from '#renderer/ui/unstoredFields.ts'
import { FormButtons } from './FormButtons.tsx'
import { byLabel } from '#renderer/ui/foldedFilter.ts'
import { foldText } from '#shared/domain/folding.ts'
import classes from './measures.module.css'

type Movement = Pick<RangeOfMotion, 'joint' | 'side' | 'movement'>

interface Props {
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

/** Nothing is offered any more once a name stands there whole: the list would lie over what comes next. */
const untilWhole: OptionsFilter = (asked) => {
  const found = byLabel(asked)
  const typed = foldText(asked.search)
  return found.some((option) => 'label' in option && foldText(option.label) === typed) ? [] : found
}

export function RangeForm({ range, action, onDone, onRemove }: Props) {
  const [joint, setJoint] = useState(range.joint)
  const [movement, setMovement] = useState(range.movement)
  const [side, setSide] = useState(range.side)
  const box = useRef<HTMLInputElement>(null)
  const words = [joint, movement].map((text) => text.trim()).filter(Boolean)
  const isChanged = joint.trim() !== range.joint || movement.trim() !== range.movement || side !== range.side
  const settle = useUnstored(
    'Range of motion',
    isChanged && words.length > 0,
    () => box.current?.focus(),
    (name) => unsentWords(name, words.join(' ')),
  )
  const isComplete = joint.trim() !== '' && movement.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    settle()
    onDone({ joint: joint.trim(), movement: movement.trim(), side })
  }
  const remove = () => {
    settle()
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
          onChange={setJoint}
          data-autofocus
        />
        <Autocomplete
          {...list}
          label="Movement"
          data={[...movementsOf(joint.trim())]}
          value={movement}
          onChange={setMovement}
        />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Side"
          data={sides}
          value={side ?? ''}
          onChange={(value) => setSide(value === 'left' || value === 'right' ? value : null)}
        />
        <FormButtons action={action} isComplete={isComplete} {...(onRemove && { onRemove: remove })} />
      </Stack>
    </form>
  )
}
