// The whole legend, one press away from the map.
import { Popover, UnstyledButton } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { findingKinds } from '#shared/domain/bodymap/finding.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import classes from '../BodyMap.module.css'
import { Legend } from '../figure/Legend.tsx'
import { LayerLegend } from '../figure/LayerLegend.tsx'
import rail from './ToolRail.module.css'

const allKinds = findingKinds.map((kind) => kind.id)

export function LegendButton() {
  const [isOpen, setOpen] = useState(false)
  // The focus stays on the button: there is nothing to do in the legend.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    setOpen(false)
    event.stopPropagation()
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} width={330} position="right-end" shadow="md">
      <Popover.Target>
        <UnstyledButton className={rail.tool} onClick={() => setOpen(!isOpen)} onKeyDown={ourKeys(onKeyDown)}>
          <IconListDetails size={18} stroke={1.7} aria-hidden />
          Legend
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm" className={classes.dropdown ?? ''} aria-label="Legend">
        <Legend kinds={allKinds} />
        <LayerLegend />
      </Popover.Dropdown>
    </Popover>
  )
}
