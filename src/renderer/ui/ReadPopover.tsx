// Read-only text beside its button: the focus stays on the button, where Escape closes it.
import { Popover } from '@mantine/core'
import { useState, type KeyboardEvent, type KeyboardEventHandler, type ReactNode } from 'react'
import { ourKeys } from './inputMethodKeys.ts'

interface ButtonProps {
  onClick: () => void
  onKeyDown: KeyboardEventHandler<HTMLElement>
}

interface Props {
  /** The accessible name of the popover. */
  name: string
  width: number
  position: 'right-end' | 'top-end'
  className?: string | undefined
  /** Renders the button with the props that open and close the popover. */
  renderButton: (props: ButtonProps) => ReactNode
  children: ReactNode
}

export function ReadPopover({ name, width, position, className, renderButton, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const onKeyDown = ourKeys((event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !isOpen) return
    setOpen(false)
    event.stopPropagation()
  })
  return (
    <Popover opened={isOpen} onChange={setOpen} width={width} position={position} shadow="md">
      <Popover.Target>{renderButton({ onClick: () => setOpen(!isOpen), onKeyDown })}</Popover.Target>
      <Popover.Dropdown p="sm" className={className ?? ''} aria-label={name}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
