// The two ways to add to this note, and what tells them apart.
import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import classes from './additions.module.css'
import { waysToAdd } from './additionWords.ts'

interface Props {
  onAddendum: () => void
  onAmendment: () => void
}

export const AddButtons = ({ onAddendum, onAmendment }: Props) => (
  <>
    <Popover position="top-end" shadow="md" width={340} trapFocus={false} withRoles>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label="Addendum or amendment?">
          <IconHelp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={classes.ways}>
          {waysToAdd.map(([name, meaning]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
    <Button variant="default" onClick={onAmendment}>
      Add amendment
    </Button>
    <Button onClick={onAddendum}>Add addendum</Button>
  </>
)
