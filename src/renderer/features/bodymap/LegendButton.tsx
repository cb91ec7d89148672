// The whole legend, one press away from the map.
import { Button, Popover } from '@mantine/core'
import { findingKinds } from '#shared/domain/bodymap/finding.ts'
import classes from './BodyMap.module.css'
import { Legend } from './Legend.tsx'

const allKinds = findingKinds.map((kind) => kind.id)

export const LegendButton = () => (
  <Popover width={330} position="bottom-end" shadow="md">
    <Popover.Target>
      <Button variant="subtle" color="gray" size="compact-xs" c="var(--p-ink)" fw={500}>
        Legend
      </Button>
    </Popover.Target>
    <Popover.Dropdown p="sm" className={classes.dropdown ?? ''} aria-label="Legend">
      <Legend kinds={allKinds} />
    </Popover.Dropdown>
  </Popover>
)
