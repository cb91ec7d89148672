// The clients by the day until which their records have to be kept, as a table for whoever keeps them next.
import { clientCode } from '../client.ts'
import { byteOrderMark, csvRow } from '../csv.ts'

/** A client with the days that matter to whoever keeps the record; null where they are not known. */
export interface KeptClient {
  readonly clientId: string
  readonly clientName: string
  /** `YYYY-MM-DD`, as all days here. */
  readonly dateOfBirth: string | null
  readonly lastEntryOn: string
  /** Null while no rule is chosen. */
  readonly keptUntil: string | null
  readonly isBirthMissing: boolean
}

const head = ['Client code', 'Name', 'Date of birth', 'Last entry', 'Keep until', 'Remark']

/** The table, its first line with the names of the columns. */
export const destroyCsv = (clients: readonly KeptClient[]): string =>
  byteOrderMark +
  csvRow(head) +
  clients
    .map(({ clientId, clientName, dateOfBirth, lastEntryOn, keptUntil, isBirthMissing }) =>
      csvRow([
        clientCode(clientId),
        clientName,
        dateOfBirth,
        lastEntryOn,
        keptUntil,
        isBirthMissing ? 'No date of birth: the rule for clients under age could not be applied' : '',
      ]),
    )
    .join('')

/** The soonest day first; those without a day last, by their newest entry. */
export const bySoonest = <T extends Pick<KeptClient, 'keptUntil' | 'lastEntryOn'>>(clients: readonly T[]): T[] => {
  const key = ({ keptUntil, lastEntryOn }: T) => `${keptUntil ?? '~'} ${lastEntryOn}`
  return clients.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
