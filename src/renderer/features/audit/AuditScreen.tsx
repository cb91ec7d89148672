// The screen of the audit log: its entries with filters, its check, and its entries as a file.
import { Button, Text, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { mostAuditEntries, type AuditFilter } from '#shared/contract/audit.ts'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { VirtualList } from '#renderer/ui/VirtualList.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import classes from './AuditScreen.module.css'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditRow, AuditRowHeadings, auditRowHeadingHeight, auditRowHeight } from './AuditRow.tsx'
import { CheckLog } from './CheckLog.tsx'

const everything: AuditFilter = { act: null, clientId: null, from: null, to: null }

export function AuditScreen() {
  const cache = useQueryClient()
  const [filter, setFilter] = useState(everything)
  // Everything that is done makes entries, so that what was read the last time is old.
  useEffect(() => () => cache.removeQueries({ queryKey: ['audit:list'] }), [cache])
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div>
          <BackLink href={paths.settings}>Settings</BackLink>
          <ScreenHeading>Audit log</ScreenHeading>
        </div>
        <div className={classes.tools}>
          <CheckLog />
          <SaveFile filter={filter} />
        </div>
      </header>
      <Text c="dimmed" size="sm" className={classes.about}>
        What was done with which record, and when. A note that is written has one entry an hour, and one that is read
        one in 15 minutes. Entries are only ever added.
      </Text>
      <AuditFilters filter={filter} onChange={setFilter} />
      <Entries key={JSON.stringify(filter)} filter={filter} />
    </div>
  )
}

/** The entries as they were when the list was opened. */
function Entries({ filter }: { filter: AuditFilter }) {
  const newest = useAnswer('audit:list', { filter, upTo: null, skip: 0, count: 1 })
  const total = newest.data?.total ?? 0
  const last = newest.data?.entries[0]?.sequence ?? 0
  // The list renders again when a part of it has been read: the keyboard may wait for one of its rows.
  const [, countRead] = useReducer((count: number) => count + 1, 0)
  const places = useMemo(() => Array.from({ length: total }, (_, index) => index), [total])
  if (newest.error) {
    return (
      <div className={classes.notice}>
        <FailureNotice failure={newest.error} onRetry={() => void newest.refetch()} />
      </div>
    )
  }
  return (
    <>
      <VisuallyHidden role="status">{newest.data ? countEntries(total) : ''}</VisuallyHidden>
      {newest.data && total === 0 && (
        <p className={classes.empty}>
          {filter === everything ? 'Nothing has been done yet.' : 'No entry fits these filters.'}
        </p>
      )}
      {total > 0 && (
        <section className={classes.table} aria-label="Entries">
          <VirtualList
            label="Entries"
            pane="audit"
            items={places}
            keyOf={String}
            rowHeight={auditRowHeight}
            heading={<AuditRowHeadings />}
            headingHeight={auditRowHeadingHeight}
            renderRow={(index) => <EntryAt index={index} filter={filter} last={last} onRead={countRead} />}
          />
        </section>
      )}
    </>
  )
}

const countEntries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)

/** How many entries are read together. */
const partLength = mostAuditEntries

interface EntryProps {
  index: number
  filter: AuditFilter
  last: number
  /** Called when its part of the list has been read. */
  onRead: () => void
}

/** The entry at a place of the list; its part of the list is read when it is needed. */
function EntryAt({ index, filter, last, onRead }: EntryProps) {
  const at = index % partLength
  const part = useAnswer('audit:list', { filter, upTo: last, skip: index - at, count: partLength })
  const entry = part.data?.entries[at]
  const isThere = entry !== undefined
  const wasThere = useRef(isThere)
  useEffect(() => {
    if (isThere && !wasThere.current) onRead()
    wasThere.current = isThere
  }, [isThere, onRead])
  return entry ? <AuditRow entry={entry} /> : null
}

function SaveFile({ filter }: { filter: AuditFilter }) {
  const save = useMutationOf('audit:saveFile')
  return (
    <Button
      variant="default"
      loading={save.isPending}
      onClick={() =>
        save.mutate(
          { filter },
          {
            onSuccess: ({ fileName, count }) =>
              notifications.show({
                title: `${countEntries(count)} saved as ${fileName}`,
                message: 'For a spreadsheet: acts, times and ids, without names. The file is not encrypted.',
              }),
            onError: notifyFailure,
          },
        )
      }
    >
      Save as CSV
    </Button>
  )
}
