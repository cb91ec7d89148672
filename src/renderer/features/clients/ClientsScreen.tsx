// The list of clients: filtered while typing; offers a new client when nobody is found.
import { Button, SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { listen } from '#renderer/bridge/bridge.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { BinLink } from '#renderer/features/bin/index.ts'
import { RetentionLink } from '#renderer/features/retention/index.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading, useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { useShortcut } from '#renderer/ui/shortcuts.ts'
import { VirtualList, type VirtualListHandle } from '#renderer/ui/VirtualList.tsx'
import type { ClientSummary } from '#shared/contract/clients.ts'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { findClients, indexClients } from './clientFilter.ts'
import { ClientRow, clientRowHeadingHeight, ClientRowHeadings, clientRowHeight } from './ClientRow.tsx'
import classes from './ClientsScreen.module.css'
import { NobodyFound, NoClients } from './NobodyFound.tsx'
import { useNewClient } from './NewClientProvider.tsx'
import { WhenWritable } from '#renderer/ui/Writable.tsx'

const shelves = ['active', 'archived', 'all'] as const
type Shelf = (typeof shelves)[number]

const isOn: Readonly<Record<Shelf, (client: ClientSummary) => boolean>> = {
  active: (client) => !client.isArchived,
  archived: (client) => client.isArchived,
  all: () => true,
}
const shelfNames: Readonly<Record<Shelf, string>> = { active: 'Active', archived: 'Archived', all: 'All' }
const noClients: readonly ClientSummary[] = []

interface Narrowing {
  readonly query: string
  readonly shelf: Shelf
}
const wholeList: Narrowing = { query: '', shelf: 'active' }

// The last filter, for going back to the list from a client. The rail's link leads to the whole list. Kept in
// the page only, which a lock reloads.
let narrowed = wholeList
let isGoingBack = false
// The router dispatches `hashchange` itself when it navigates; only the browser's own event, for a step in its history, is trusted.
window.addEventListener('hashchange', ({ isTrusted }) => {
  isGoingBack = isTrusted
})

export function ClientsScreen() {
  const clients = useAnswer('client:list', {})
  const [opening] = useState(() => (isGoingBack ? narrowed : wholeList))
  const [query, setQuery] = useState(opening.query)
  const [shelf, setShelf] = useState(opening.shelf)
  useEffect(() => {
    narrowed = { query, shelf }
  }, [query, shelf])
  const [, navigate] = useLocation()
  const newClient = useNewClient()
  const box = useInitialFocus<HTMLInputElement>()
  const list = useRef<VirtualListHandle>(null)

  const all = clients.data ?? noClients
  const index = useMemo(() => indexClients(all), [all])
  const everywhere = useMemo(() => findClients(index, query), [index, query])
  const found = useMemo(() => everywhere.filter(isOn[shelf]), [everywhere, shelf])
  const day = today()

  const focusBox = () => box.current?.select()
  useEffect(() => listen('menuCommand', ({ command }) => command === 'findClient' && focusBox()))
  useShortcut('findClient', focusBox)
  useShortcut('newClientInList', () => newClient.open())
  useShortcut('filterClients', focusBox)

  function type(text: string) {
    setQuery(text)
    list.current?.scrollToTop()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isOfInputMethod(event)) return
    const [first] = found
    if (event.key === 'ArrowDown' && first) {
      event.preventDefault()
      list.current?.focusRow(0)
    }
    if (event.key === 'Enter' && query.trim() !== '' && first) navigate(paths.client(first.id))
    if (event.key === 'Escape' && query !== '') type('')
  }

  const counts = useMemo(
    () => Object.fromEntries(shelves.map((name) => [name, all.filter(isOn[name]).length])) as Record<Shelf, number>,
    [all],
  )

  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <ScreenHeading>Clients</ScreenHeading>
        <TextInput
          ref={box}
          type="search"
          aria-label="Find a client"
          placeholder="Find a client: name, phone, e-mail, birth date"
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          className={classes.find}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <SegmentedControl
          aria-label="Which clients"
          value={shelf}
          onChange={(value) => setShelf(value as Shelf)}
          data={shelves.map((name) => ({ value: name, label: `${shelfNames[name]} ${counts[name]}` }))}
        />
        <RetentionLink />
        <BinLink />
        <WhenWritable>
          <Button leftSection={<IconPlus size={16} stroke={2} aria-hidden />} onClick={() => newClient.open()}>
            New client
          </Button>
        </WhenWritable>
      </header>
      <VisuallyHidden role="status">
        {query.trim() === '' || !clients.data ? '' : `${countWords(found.length, 'client')} found`}
      </VisuallyHidden>
      {clients.error && (
        <div className={classes.notice}>
          <FailureNotice failure={clients.error} onRetry={() => void clients.refetch()} />
        </div>
      )}
      {clients.data && found.length > 0 && (
        <section className={classes.table} aria-label="Clients">
          <VirtualList
            ref={list}
            label="Clients"
            pane="clients"
            items={found}
            keyOf={(client) => client.id}
            rowHeight={clientRowHeight}
            heading={<ClientRowHeadings />}
            headingHeight={clientRowHeadingHeight}
            renderRow={(client) => <ClientRow client={client} today={day} />}
            onLeaveUpwards={focusBox}
          />
        </section>
      )}
      {clients.data && all.length === 0 && query.trim() === '' && <NoClients onNew={() => newClient.open()} />}
      {clients.data && found.length === 0 && (all.length > 0 || query.trim() !== '') && (
        <NobodyFound
          query={query}
          shelf={shelf}
          elsewhere={everywhere.length}
          onShowAll={() => setShelf('all')}
          onCreate={() => newClient.create(query)}
        />
      )}
    </div>
  )
}
