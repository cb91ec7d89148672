// The whole legend, one press away from the map.
import { UnstyledButton } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { findingKinds } from '#shared/domain/bodymap/finding.ts'
import { ReadPopover } from '#renderer/ui/ReadPopover.tsx'
import { LayerLegend, Legend } from '#renderer/figure/index.ts'
import classes from '../BodyMap.module.css'
import rail from './ToolRail.module.css'

const allKinds = findingKinds.map((kind) => kind.id)

export const LegendButton = () => (
  <ReadPopover
    name="Legend"
    position="right-end"
    width={330}
    className={classes.dropdown}
    renderButton={(props) => (
      <UnstyledButton className={rail.tool} {...props}>
        <IconListDetails size={18} stroke={1.7} aria-hidden />
        Legend
      </UnstyledButton>
    )}
  >
    <Legend kinds={allKinds} />
    <LayerLegend />
  </ReadPopover>
)
