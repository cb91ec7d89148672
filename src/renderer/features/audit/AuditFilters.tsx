// Which entries of the audit log are shown: of one act, about one client, between two days.
import { Select } from '@mantine/core'
import { useState } from 'react'
import type { AuditFilter } from '#shared/contract/audit.ts'
import { auditActs } from '#shared/domain/audit/auditEntry.ts'
import { displayName } from '#shared/domain/client.ts'
import { calendarDate } from '#shared/domain/time.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { DateInput } from '#renderer/ui/DateAndTimeInputs.tsx'
import { SearchableSelect } from '#renderer/ui/SearchableSelect.tsx'
import classes from './AuditScreen.module.css'
import { actNames } from './entryWords.ts'

const acts = auditActs.map((value) => ({ value, label: actNames[value] }))

/** A day as the filter takes it; null while it is none. */
const dayIn = (text: string) => (calendarDate.safeParse(text).success ? text : null)

interface Props {
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
}

export function AuditFilters({ filter, onChange }: Props) {
  const clients = useAnswer('client:list', {})
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const people = (clients.data ?? []).map((client) => ({ value: client.id, label: displayName(client) }))
  const endsBefore = filter.from !== null && filter.to !== null && filter.to < filter.from
  return (
    <div className={classes.filters}>
      <Select
        aria-label="Act"
        placeholder="Every act"
        data={acts}
        value={filter.act}
        clearable
        clearButtonProps={{ 'aria-label': 'Every act' }}
        onChange={(act) => onChange({ ...filter, act: auditActs.find((known) => known === act) ?? null })}
      />
      <SearchableSelect
        aria-label="Client"
        placeholder="Every client"
        data={people}
        value={filter.clientId}
        clearable
        clearButtonProps={{ 'aria-label': 'Every client' }}
        onChange={(clientId) => onChange({ ...filter, clientId })}
      />
      <DateInput
        aria-label="From"
        placeholder="From any day"
        value={from}
        onValue={(text) => {
          setFrom(text)
          onChange({ ...filter, from: dayIn(text) })
        }}
      />
      <DateInput
        aria-label="To"
        placeholder="To any day"
        value={to}
        error={endsBefore ? 'Ends before it starts' : undefined}
        onValue={(text) => {
          setTo(text)
          onChange({ ...filter, to: dayIn(text) })
        }}
      />
    </div>
  )
}
