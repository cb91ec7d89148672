// The treated areas of a draft under its map: each can be changed in place and removed.
import { NativeSelect } from '@mantine/core'
import { memo } from 'react'
import { pressures, type TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { TreatedTable } from '#renderer/figure/index.ts'
import { MinutesInput, TechniqueInput } from './TreatedFields.tsx'
import classes from './TreatedList.module.css'

interface Props {
  areas: readonly TreatedArea[]
  /** How long the session was. */
  lengthMinutes: number
  /** An area was changed; `typing` in the middle of a text. */
  onPut: (area: TreatedArea, pace?: 'typing') => void
  onRemove: (id: string) => void
  /** The timer's whole minutes of the areas, by their ids: offered in one press where they differ. */
  timedMinutes?: ReadonlyMap<string, number>
  /** Whether the minutes are also shown as timed units. */
  showsUnits?: boolean
}

export const TreatedList = memo(({ onPut, timedMinutes, ...table }: Props) => (
  <TreatedTable
    {...table}
    renderFields={(area, where) => (
      <Fields area={area} where={where} onPut={onPut} timed={timedMinutes?.get(area.id) ?? null} />
    )}
  />
))

interface FieldsProps {
  area: TreatedArea
  where: string
  onPut: Props['onPut']
  /** Minutes by the timer, or null. */
  timed: number | null
}

function Fields({ area, where, onPut, timed }: FieldsProps) {
  return (
    <>
      <td className={`${classes.field} ${classes.technique}`}>
        <TechniqueInput
          variant="unstyled"
          label={`Treatment, ${where}`}
          value={area.technique}
          onChange={(technique, pace) => onPut({ ...area, technique }, pace)}
        />
      </td>
      <td className={`${classes.field} ${classes.minutes}`}>
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
      <td className={`${classes.field} ${classes.pressure}`}>
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
