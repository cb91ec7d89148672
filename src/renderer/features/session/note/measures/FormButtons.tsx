// The buttons under the fields of a range or an activity: it ends the form, or removes what the form is of.
import { Button, Group } from '@mantine/core'

interface Props {
  action: string
  isComplete: boolean
  onRemove?: () => void
}

export const FormButtons = ({ action, isComplete, onRemove }: Props) => (
  <Group justify="space-between" gap="sm">
    {onRemove ? (
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
        Remove
      </Button>
    ) : (
      <span />
    )}
    <Button type="submit" size="compact-sm" disabled={!isComplete}>
      {action}
    </Button>
  </Group>
)
