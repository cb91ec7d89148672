// The directory of providers: found, added, changed, and removed while no client has them.
import { ActionIcon, Anchor, Button, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { IconSearch, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { paths } from '#renderer/app/routes.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { DataTable } from '#renderer/ui/DataTable.tsx'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import { useIsWritable, WhenWritable } from '#renderer/ui/Writable.tsx'
import screen from '#renderer/ui/screen.module.css'
import type { ProviderRecord } from '#shared/contract/people.ts'
import { providersWith } from '#shared/domain/person/person.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { ProviderDialog, providerForm } from './ProviderDialog.tsx'
import classes from './ProvidersScreen.module.css'

/** The provider that is being changed; null for a new one. */
type Open = { readonly provider: ProviderRecord | null }

export function ProvidersScreen() {
  const list = useAnswer('people:providers', {})
  // What was read stays when it cannot be read anew: a dialog that is open on it holds what somebody types.
  if (list.data) return <Directory providers={list.data} />
  return (
    <div className={screen.notice}>
      {list.error && <FailureNotice failure={list.error} onRetry={() => void list.refetch()} />}
    </div>
  )
}

/** A form that a lock interrupted is restored. */
function keptDialog(providers: readonly ProviderRecord[]): Open | null {
  if (areTextsKept(providerForm(null))) return { provider: null }
  const provider = providers.find(({ id }) => areTextsKept(providerForm(id)))
  return provider ? { provider } : null
}

function Directory({ providers }: { providers: readonly ProviderRecord[] }) {
  const pane = usePaneScroll<HTMLDivElement>('providers', true)
  const isWritable = useIsWritable()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<Open | null>(() => keptDialog(providers))
  const found = providersWith(providers, query)
  const begin = () => setOpen({ provider: null })
  return (
    <div className={screen.screen} ref={pane}>
      <div className={classes.column}>
        <header className={classes.head}>
          <div>
            <BackLink href={paths.settings}>Settings</BackLink>
            <ScreenHeading>Providers</ScreenHeading>
          </div>
          <WhenWritable>
            <Button onClick={begin}>New provider</Button>
          </WhenWritable>
        </header>
        <Text c="dimmed" size="sm">
          Doctors, physiotherapists and others whom your clients also see. Who belongs to which client is in the
          client’s details.
        </Text>
        {providers.length > 0 && (
          <TextInput
            type="search"
            className={classes.search ?? ''}
            aria-label="Find a provider"
            placeholder="Find a provider"
            leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        <VisuallyHidden role="status">{countWords(found.length, 'provider')}</VisuallyHidden>
        {found.length === 0 ? (
          <p className={classes.nothing}>
            {providers.length === 0
              ? 'No providers yet. A provider whom you add here can be linked with every client who sees them.'
              : 'No provider has these words.'}
          </p>
        ) : (
          <div className={`${screen.boxed} ${classes.box}`}>
            <DataTable
              caption="Providers"
              hasHead
              columns={['Name', 'Profession', 'Phone', 'Fax', { name: 'Clients', isNumber: true }, 'Remove']}
            >
              {found.map((provider) => (
                <ProviderRow
                  key={provider.id}
                  provider={provider}
                  isWritable={isWritable}
                  onOpen={() => setOpen({ provider })}
                />
              ))}
            </DataTable>
          </div>
        )}
      </div>
      {open && isWritable && <ProviderDialog provider={open.provider} onClose={() => setOpen(null)} />}
    </div>
  )
}

interface RowProps {
  provider: ProviderRecord
  isWritable: boolean
  onOpen: () => void
}

function ProviderRow({ provider, isWritable, onOpen }: RowProps) {
  const remove = useRemove()
  const { name, profession, phone, fax, address, note, clientCount } = provider
  const further = [address, note].filter(Boolean).join(' · ')
  return (
    <tr>
      <th scope="row">
        {isWritable ? (
          <Anchor component="button" type="button" className={classes.name ?? ''} dir="auto" onClick={onOpen}>
            {name}
          </Anchor>
        ) : (
          <strong dir="auto">{name}</strong>
        )}
        {further !== '' && (
          <span className={classes.further} dir="auto">
            {further}
          </span>
        )}
      </th>
      <td dir="auto">{profession}</td>
      <td className={classes.phone}>{phone}</td>
      <td className={classes.phone}>{fax}</td>
      <td className={classes.count}>{clientCount === 0 ? '–' : clientCount}</td>
      <td className={classes.act}>
        {isWritable && clientCount === 0 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--p-muted)"
            aria-label={`Remove ${name}`}
            onClick={() => remove(provider)}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}

/** Removes a provider whom no client has, and offers undo. */
function useRemove() {
  const remove = useMutationOf('people:removeProvider')
  const put = useMutationOf('people:putProvider')
  return ({ clientCount: _, ...provider }: ProviderRecord) =>
    remove.mutate(
      { id: provider.id },
      {
        onError: notifyFailure,
        onSuccess: () =>
          notifyWithUndo(
            `removed-${provider.id}`,
            <>
              <bdi>{provider.name}</bdi> is removed.
            </>,
            () => put.mutateAsync({ provider }),
          ),
      },
    )
}
