// The two ways to add to this note, and how they differ.
import { ActionIcon, Button } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { ReadPopover } from '#renderer/ui/ReadPopover.tsx'
import classes from './additions.module.css'
import { waysToAdd } from './additionWords.ts'

interface Props {
  onAddendum: () => void
  onAmendment: () => void
}

export const AddButtons = ({ onAddendum, onAmendment }: Props) => (
  <>
    <ReadPopover
      name="Addendum or amendment?"
      position="top-end"
      width={340}
      renderButton={(props) => (
        <ActionIcon variant="subtle" color="gray" size={34} aria-label="Addendum or amendment?" {...props}>
          <IconHelp size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      )}
    >
      <dl className={classes.ways}>
        {waysToAdd.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </ReadPopover>
    <Button variant="default" onClick={onAmendment}>
      Add amendment
    </Button>
    <Button onClick={onAddendum}>Add addendum</Button>
  </>
)
