// The menu of a pile's findings: more marks at a place than can stand beside each other.
import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './PileMenu.module.css'

export interface PileChoice {
  readonly id: string
  readonly sign?: ReactNode
  readonly name: string
  /** "Trigger point 7". */
  readonly detail: string
  readonly choose: () => void
}

interface Props {
  /** The pile's box in CSS pixels of the ground; null while the menu is closed. */
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | null
  /** "4 findings, right upper trapezius". */
  name: string
  choices: readonly PileChoice[]
  onClose: () => void
}

export const PileMenu = ({ box, name, choices, onClose }: Props) => (
  <Menu
    opened={box !== null}
    onChange={(isOpen) => {
      if (!isOpen) onClose()
    }}
    position="right-start"
    offset={6}
    shadow="md"
    returnFocus={false}
    middlewares={{ flip: { padding: 8 }, shift: { padding: 8 } }}
    transitionProps={{ duration: 80 }}
  >
    <Menu.Target>
      <button
        type="button"
        tabIndex={-1}
        className={classes.anchor}
        aria-label={name}
        style={box ?? { visibility: 'hidden' }}
      />
    </Menu.Target>
    <Menu.Dropdown className={classes.list} aria-label={name}>
      {choices.map(({ id, sign, name: what, detail, choose }) => (
        <Menu.Item key={id} leftSection={sign ?? null} onClick={choose}>
          {what} <span className={classes.detail}>{detail}</span>
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
