// The whole legend, one press away from the map.
import { Popover, UnstyledButton } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { findingKinds } from '#shared/domain/bodymap/finding.ts'
import classes from '../BodyMap.module.css'
import { Legend } from '../figure/Legend.tsx'
import { LayerLegend } from '../figure/LayerLegend.tsx'
import rail from './ToolRail.module.css'

const allKinds = findingKinds.map((kind) => kind.id)

export const LegendButton = () => (
  <Popover width={330} position="right-end" shadow="md">
    <Popover.Target>
      <UnstyledButton className={rail.tool}>
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
