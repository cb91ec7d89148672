// What the list shows when it has nobody to show, with the one thing that helps.
import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { fullName } from '#shared/domain/client.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { looksLikeName, namesFromQuery } from './clientFilter.ts'
import classes from './NobodyFound.module.css'
import { useIsWritable, WhenWritable } from '#renderer/ui/Writable.tsx'

export function NoClients({ onNew }: { onNew: () => void }) {
  const isWritable = useIsWritable()
  return (
    <div className={classes.empty}>
      <Text>No clients yet.{isWritable && ' A name is enough to start.'}</Text>
      <WhenWritable>
        <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={onNew} mt="md" variant="default">
          Add your first client
        </Button>
      </WhenWritable>
    </div>
  )
}

interface Props {
  query: string
  shelf: 'active' | 'archived' | 'all'
  /** How many are found among all clients, archived ones too. */
  elsewhere: number
  onShowAll: () => void
  onCreate: () => Promise<void>
}

export function NobodyFound({ query, shelf, elsewhere, onShowAll, onCreate }: Props) {
  const [isCreating, setIsCreating] = useState(false)
  const isWritable = useIsWritable()
  const typed = query.trim()
  if (typed === '') {
    return (
      <div className={classes.empty}>
        <Text>{shelf === 'archived' ? 'No clients are archived.' : 'All clients are archived.'}</Text>
      </div>
    )
  }
  const create = () => {
    setIsCreating(true)
    void onCreate().finally(() => setIsCreating(false))
  }
  return (
    <div className={classes.empty}>
      <Text className={classes.words}>
        No {shelf === 'all' ? '' : `${shelf} `}client matches “<bdi>{typed}</bdi>”.
      </Text>
      <Group gap="sm" mt="md" justify="center">
        {elsewhere > 0 && (
          <Button variant="default" onClick={onShowAll}>
            Show {countWords(elsewhere, shelf === 'archived' ? 'active client' : 'archived client')}
          </Button>
        )}
        {isWritable && looksLikeName(typed) && (
          <Button loading={isCreating} onClick={create} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
            <span className={classes.name}>
              Create client “<bdi>{fullName(namesFromQuery(typed))}</bdi>”
            </span>
          </Button>
        )}
      </Group>
    </div>
  )
}
