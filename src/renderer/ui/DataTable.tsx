// The table of the screens: its name, its columns' names and the lines between its rows. The caller supplies the cells.
import { useState, type ReactNode, type Ref } from 'react'
import hidden from './spoken.module.css'
import classes from './DataTable.module.css'

interface Column {
  readonly name: string
  readonly isNumber: boolean
}

interface Props {
  ref?: Ref<HTMLTableElement>
  className?: string | undefined
  /** What the table is called. */
  caption: string
  /** Whether the caption is seen; otherwise it is read out only. */
  hasTitle?: boolean
  columns: readonly (string | Column)[]
  /** Whether the columns' names are seen, and stay while the rows scroll; otherwise they are read out only. */
  hasHead?: boolean
  /** The table's foot: one row's cells. */
  foot?: ReactNode
  /** The rows. One with `data-chosen` is shown as chosen. */
  children: ReactNode
}

export function DataTable({ ref, className, caption, hasTitle, columns, hasHead, foot, children }: Props) {
  return (
    <table ref={ref} className={[classes.table, hasHead && classes.headed, className].filter(Boolean).join(' ')}>
      <caption className={hasTitle ? classes.title : hidden.spoken}>{caption}</caption>
      <thead className={hasHead ? undefined : hidden.spoken}>
        <tr>
          {columns.map((column) => {
            const { name, isNumber } = typeof column === 'string' ? { name: column, isNumber: false } : column
            return (
              <th key={name} scope="col" className={isNumber ? classes.number : undefined}>
                {name}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
      {foot && (
        <tfoot>
          <tr>{foot}</tr>
        </tfoot>
      )}
    </table>
  )
}

/** A number in a {@link DataTable}, the most important of its row. */
export const NumberCell = ({ children }: { children: ReactNode }) => (
  <td className={`${classes.number} ${classes.strong}`}>{children}</td>
)

interface Newest<T> {
  readonly shown: readonly T[]
  /** How many are left out; 0 when all are shown. */
  readonly earlier: number
  readonly showAll: () => void
}

/**
 * The end of a table's long list, until somebody asks for all of it: hundreds of rows would slow the whole map down.
 * @param items in the order of making
 * @param most how many are shown at first; a list that is only a little longer is shown whole
 */
export function useNewest<T>(items: readonly T[], most: number): Newest<T> {
  const [isWhole, setWhole] = useState(false)
  const earlier = isWhole || items.length <= most * 1.25 ? 0 : items.length - most
  return { shown: items.slice(earlier), earlier, showAll: () => setWhole(true) }
}
