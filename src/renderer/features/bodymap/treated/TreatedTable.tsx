// The treated areas of a session in words: each can be changed in place and removed; their minutes are added up.
import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { pressures, type TreatedArea } from '#shared/domain/bodymap/treatedArea.ts'
import { timedUnits } from '#shared/domain/timer.ts'
import { treatedMinutes } from '#shared/domain/bodymap/treatment.ts'
import { shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { MinutesInput, TechniqueInput } from './TreatedFields.tsx'
import classes from './TreatedTable.module.css'
import { listWords } from '#shared/domain/wordLists.ts'

interface Props {
  areas: readonly TreatedArea[]
  /** How long the session was. */
  lengthMinutes: number
  /** An area was changed; `typing` in the middle of a text. Without these the table is only read. */
  onPut?: (area: TreatedArea, pace?: 'typing') => void
  onRemove?: (id: string) => void
  /** What the timer says of the areas, in whole minutes by their ids: offered in one press where it differs. */
  timedMinutes?: ReadonlyMap<string, number>
  /** Whether the minutes are also told as timed units. */
  showsUnits?: boolean
}

export const TreatedTable = memo((props: Props) => {
  const { areas, lengthMinutes, onPut, onRemove, timedMinutes, showsUnits = false } = props
  const table = useRef<HTMLTableElement>(null)
  const columns = onRemove ? 5 : 4

  /** The keyboard goes on with the next row, so that it never falls out of the list. */
  const remove = (id: string) => {
    const row = areas.findIndex((area) => area.id === id)
    const around = table.current?.parentElement?.closest<HTMLElement>('[tabindex]')
    flushSync(() => onRemove?.(id))
    const buttons = table.current?.querySelectorAll<HTMLElement>('td button') ?? []
    const next = buttons[Math.min(row, buttons.length - 1)] ?? around
    next?.focus()
  }

  return (
    <table className={classes.table} ref={table}>
      <caption className={classes.title}>Treated areas</caption>
      <thead className={classes.hidden}>
        <tr>
          <th scope="col">Regions</th>
          <th scope="col">Technique</th>
          <th scope="col">Minutes</th>
          <th scope="col">Pressure</th>
          {onRemove && <th scope="col">Remove</th>}
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => {
          const where = regionWords(area.regionIds)
          return (
            <tr key={area.id}>
              <th scope="row" className={classes.where} title={where}>
                <span>{where}</span>
              </th>
              {onPut ? (
                <Fields area={area} where={where} onPut={onPut} timed={timedMinutes?.get(area.id) ?? null} />
              ) : (
                <Words area={area} />
              )}
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
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={columns} className={classes.sum}>
            <Sum areas={areas} lengthMinutes={lengthMinutes} showsUnits={showsUnits} />
          </td>
        </tr>
      </tfoot>
    </table>
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

interface FieldsProps {
  area: TreatedArea
  where: string
  onPut: NonNullable<Props['onPut']>
  /** Minutes by the timer, or null. */
  timed: number | null
}

function Fields({ area, where, onPut, timed }: FieldsProps) {
  return (
    <>
      <td className={classes.technique}>
        <TechniqueInput
          variant="unstyled"
          label={`Treatment, ${where}`}
          value={area.technique}
          onChange={(technique, pace) => onPut({ ...area, technique }, pace)}
        />
      </td>
      <td className={classes.minutes}>
        <MinutesInput
          variant="unstyled"
          label={`Minutes, ${where}`}
          keptIn={`minutes ${area.id}`}
          value={area.minutes}
          onChange={(minutes, pace) => onPut({ ...area, minutes }, pace)}
        />
        {timed !== null && timed !== area.minutes && (
          <button
            type="button"
            className={classes.timed}
            aria-label={`Take the timed ${timed} min, ${where}`}
            onClick={() => onPut({ ...area, minutes: timed })}
          >
            timed {timed} min
          </button>
        )}
      </td>
      <td className={classes.pressure}>
        <NativeSelect
          size="xs"
          variant="unstyled"
          aria-label={`Pressure, ${where}`}
          value={area.pressure ?? ''}
          onChange={({ currentTarget: { value } }) => onPut({ ...area, pressure: value === '' ? null : Number(value) })}
          data={[
            { value: '', label: '– pressure' },
            ...pressures.map((pressure) => ({ value: String(pressure), label: `${pressure} of 5` })),
          ]}
        />
      </td>
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
