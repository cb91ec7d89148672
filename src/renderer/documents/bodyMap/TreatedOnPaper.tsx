// The treated areas of a session as a table: technique, where, how long and how firmly, with the sum of the minutes.
import { regionsInWords, treatedMinutes } from '#shared/domain/bodymap/treatment.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import classes from './BodyMapOnPaper.module.css'
import { letterOf } from './treatedLetters.ts'

interface Props {
  areas: readonly TreatedArea[]
  lengthMinutes: number
}

export function TreatedOnPaper({ areas, lengthMinutes }: Props) {
  if (areas.length === 0) return null
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.techniqueColumn}>
            Treated
          </th>
          <th scope="col">Where</th>
          <th scope="col" className={classes.minutesColumn}>
            Minutes
          </th>
          <th scope="col" className={classes.pressureColumn}>
            Pressure
          </th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ id, technique, regionIds, minutes, pressure }, index) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              <span className={classes.letter}>{letterOf(index)}</span> {technique}
            </th>
            <td>{capitalised(regionsInWords(regionIds))}</td>
            <td className={classes.number}>{minutes ?? '—'}</td>
            <td className={classes.number}>{pressure === null ? '—' : `${pressure} of 5`}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>{sumWords(areas, lengthMinutes)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** "Together 38 of 60 min, 1 area not counted". */
export function sumWords(areas: readonly Pick<TreatedArea, 'minutes'>[], lengthMinutes: number): string {
  const { minutes, uncounted, exceedsBy } = treatedMinutes(areas, lengthMinutes)
  const rest = uncounted === 0 ? '' : `, ${uncounted} ${uncounted === 1 ? 'area' : 'areas'} not counted`
  if (minutes === 0) return 'Minutes not counted.'
  if (exceedsBy > 0) return `Together ${minutes} min, ${exceedsBy} more than the session’s ${lengthMinutes}${rest}.`
  return `Together ${minutes} of ${lengthMinutes} min${rest}.`
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
