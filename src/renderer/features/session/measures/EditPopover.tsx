// The name of a tile as a button that opens its fields.
import { Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import classes from './measures.module.css'

interface Props {
  name: string
  children: (close: () => void) => ReactNode
}

export function EditPopover({ name, children }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
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
          onClick={() => setIsOpen(!isOpen)}
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
