// The name of a tile as a button that opens its fields.
import { Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { forgetForm } from '#renderer/bridge/workspace.ts'
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
      <Popover.Dropdown className={classes.dropdown ?? ''} role="dialog" aria-label={`Change ${name}`}>
        {children(() => setIsOpen(false))}
      </Popover.Dropdown>
    </Popover>
  )
}
