// The editor of a finding as a panel beside the region, which has the focus while it is open.
import { Popover } from '@mantine/core'
import type { ComponentProps } from 'react'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import classes from '../BodyMap.module.css'
import { FindingEditor } from './FindingEditor.tsx'
import type { useOpenRegion } from '../marking/useOpenRegion.ts'

type EditorProps = ComponentProps<typeof FindingEditor>

interface Props extends Omit<EditorProps, 'place'> {
  open: ReturnType<typeof useOpenRegion>['open']
}

export const EditorPopover = ({ open, ...editor }: Props) => (
  <Popover
    opened={open !== null}
    onChange={(isOpen) => {
      if (!isOpen) editor.onClose()
    }}
    width={404}
    position="right-start"
    offset={12}
    withRoles={false}
    withArrow
    arrowSize={9}
    shadow="md"
    trapFocus
    returnFocus={false}
    closeOnClickOutside
    middlewares={{ flip: { padding: 8 }, shift: { crossAxis: true, padding: 8 } }}
    transitionProps={{ duration: 80 }}
  >
    <Popover.Target>
      <div className={classes.anchor} style={open?.box ?? { visibility: 'hidden' }} />
    </Popover.Target>
    <Popover.Dropdown
      p={0}
      role="dialog"
      className={classes.dropdown ?? ''}
      aria-label={open ? `Finding: ${open.regionId === null ? 'new' : labelOfRegion(open.regionId)}` : undefined}
    >
      {open && <FindingEditor key={`${open.view} ${open.regionId} ${open.findingId}`} place={open} {...editor} />}
    </Popover.Dropdown>
  </Popover>
)
