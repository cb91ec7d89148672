// The treated areas of a session in words; with the sum of their minutes. The caller passes the editing cells.
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo, useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { timedUnits } from '#shared/domain/timer.ts'
import { treatedMinutes } from '#shared/domain/bodymap/treatment.ts'
import { shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import { DataTable } from '#renderer/ui/DataTable.tsx'
import classes from './TreatedTable.module.css'

interface Props {
  areas: readonly TreatedArea[]
  /** How long the session was. */
  lengthMinutes: number
  /** The cells of an area's technique, minutes and pressure where they can be changed; without it they are read-only. */
  renderFields?: (area: TreatedArea, where: string) => ReactNode
  onRemove?: (id: string) => void
  /** Whether the minutes are also shown as timed units. */
  showsUnits?: boolean
}

export const TreatedTable = memo(({ areas, lengthMinutes, renderFields, onRemove, showsUnits = false }: Props) => {
  const table = useRef<HTMLTableElement>(null)
  const columns = ['Regions', 'Technique', 'Minutes', 'Pressure', ...(onRemove ? ['Remove'] : [])]

  /** The focus moves to the next row; the caller handles an empty table. */
  const remove = (id: string) => {
    const row = areas.findIndex((area) => area.id === id)
    flushSync(() => onRemove?.(id))
    const buttons = table.current?.querySelectorAll<HTMLElement>('td button') ?? []
    buttons[Math.min(row, buttons.length - 1)]?.focus()
  }

  return (
    <DataTable
      ref={table}
      className={classes.areas}
      caption="Treated areas"
      hasTitle
      columns={columns}
      foot={
        <td colSpan={columns.length} className={classes.sum}>
          <Sum areas={areas} lengthMinutes={lengthMinutes} showsUnits={showsUnits} />
        </td>
      }
    >
      {areas.map((area) => {
        const where = regionWords(area.regionIds)
        return (
          <tr key={area.id}>
            <th scope="row" className={classes.where} title={where}>
              <span>{where}</span>
            </th>
            {renderFields ? renderFields(area, where) : <Words area={area} />}
            {onRemove && (
              <td className={classes.remove}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={`Remove treated area: ${where}, ${area.technique}`}
                  onClick={() => remove(area.id)}
                >
                  <IconX size={14} stroke={1.8} aria-hidden />
                </ActionIcon>
              </td>
            )}
          </tr>
        )
      })}
    </DataTable>
  )
})

const regionWords = (ids: readonly string[]): string => listWords(ids.map(shortLabelOfRegion))

function Words({ area: { technique, minutes, pressure } }: { area: TreatedArea }) {
  return (
    <>
      <td dir="auto">{technique}</td>
      <td className={classes.number}>{minutes !== null && `${minutes} min`}</td>
      <td className={classes.number}>{pressure !== null && `${pressure} of 5`}</td>
    </>
  )
}

function Sum({ areas, lengthMinutes, showsUnits }: Pick<Props, 'areas' | 'lengthMinutes'> & { showsUnits: boolean }) {
  const { minutes, uncounted, exceedsBy } = treatedMinutes(areas, lengthMinutes)
  return (
    <>
      <b>
        {minutes} of {lengthMinutes} min
      </b>{' '}
      {showsUnits && (
        <span className={classes.aside} title="By the 8-minute rule">
          {timedUnits(minutes)} timed {timedUnits(minutes) === 1 ? 'unit' : 'units'}
        </span>
      )}{' '}
      {uncounted > 0 && <span className={classes.aside}>{uncounted} without minutes</span>}{' '}
      <span role="status" className={classes.warning}>
        {exceedsBy > 0 && `${exceedsBy} min more than the session's ${lengthMinutes}`}
      </span>
    </>
  )
}
