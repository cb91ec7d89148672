// The name of a tile as a button that opens its fields, and the buttons under these.
import { Popover, Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { forgetForm } from '#renderer/bridge/workspace.ts'
import paper from '#renderer/ui/paper.module.css'
import classes from './measures.module.css'

interface Props {
  /** The form under which the vault keeps what is typed in the fields. */
  keptIn: string
  name: string
  children: (close: () => void) => ReactNode
}

export function EditPopover({ keptIn, name, children }: Props) {
  // Texts from before a lock or a restart are restored.
  const [isOpen, setIsOpen] = useState(() => areTextsKept(keptIn))
  const show = (opened: boolean) => {
    // Discarded; the notification quotes its text.
    if (!opened) forgetForm(keptIn)
    setIsOpen(opened)
  }
  return (
    <Popover
      opened={isOpen}
      onChange={show}
      width={280}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.edit}
          aria-label={`Change ${name}`}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => show(!isOpen)}
        >
          {name}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={paper.floating ?? ''} role="dialog" aria-label={`Change ${name}`}>
        {children(() => setIsOpen(false))}
      </Popover.Dropdown>
    </Popover>
  )
}

interface FormButtonsProps {
  action: string
  isComplete: boolean
  onRemove?: () => void
}

/** Under the fields of a range or an activity: ends the form, or removes what the form is of. */
export const FormButtons = ({ action, isComplete, onRemove }: FormButtonsProps) => (
  <Group justify="space-between" gap="sm">
    {onRemove ? (
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
        Remove
      </Button>
    ) : (
      <span />
    )}
    <Button type="submit" size="compact-sm" disabled={!isComplete}>
      {action}
    </Button>
  </Group>
)
