// The choices for a patient file, and the sessions that follow from them.
import type { PatientFileOptions } from '#shared/contract/patientFile.ts'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import type { PaperSize } from '#shared/domain/practice.ts'
import { calendarDate, dayOf, partsOfDay } from '#shared/domain/time.ts'

export type Period = 'everything' | 'lastYear' | 'custom'

export interface FileChoices {
  readonly period: Period
  /** Of a custom period, as the date boxes hold them: `YYYY-MM-DD`, empty for no limit, or what was typed. */
  readonly from: string
  readonly to: string
  readonly includeDrafts: boolean
  readonly includeBodyMaps: boolean
  readonly includePrivateRemarks: boolean
  readonly paperSize: PaperSize
}

export const firstChoices = (paperSize: PaperSize): FileChoices => ({
  period: 'everything',
  from: '',
  to: '',
  includeDrafts: false,
  includeBodyMaps: true,
  includePrivateRemarks: false,
  paperSize,
})

/** The first or last day of a period; null for no limit, undefined while the text is no date. */
function limit(text: string): string | null | undefined {
  if (text === '') return null
  return calendarDate.safeParse(text).success ? text : undefined
}

/** The day a year before another. The 29th of February becomes the 1st of March. */
function yearBefore(day: string): string {
  const { year, month, day: date } = partsOfDay(day)
  return dayOf(year - 1, month, date) ?? `${year - 1}-03-01`
}

/**
 * The contract's options for the choices.
 * @param today `YYYY-MM-DD`
 * @returns null while the custom period ends before it starts, or one of its dates is not understood
 */
export function optionsOf(choices: FileChoices, today: string): PatientFileOptions | null {
  const { period, includeDrafts, includeBodyMaps, includePrivateRemarks, paperSize } = choices
  const rest = { includeDrafts, includeBodyMaps, includePrivateRemarks, paperSize }
  if (period === 'everything') return { from: null, to: null, ...rest }
  if (period === 'lastYear') return { from: yearBefore(today), to: null, ...rest }
  const [from, to] = [limit(choices.from), limit(choices.to)]
  if (from === undefined || to === undefined) return null
  return from !== null && to !== null && to < from ? null : { from, to, ...rest }
}

export interface Tally {
  /** Sessions that go into the file. */
  readonly included: number
  /** Unsigned drafts of the period that go in, or are left out. */
  readonly draftsIncluded: number
  readonly draftsLeftOut: number
  /** Sessions outside the period. */
  readonly outside: number
}

/** Counts what the options make of a client's sessions. */
export function tallyOf(sessions: readonly SessionSummary[], { from, to, includeDrafts }: PatientFileOptions): Tally {
  const inside = sessions.filter(({ serviceStart }) => {
    const day = serviceStart.slice(0, 10)
    return (from === null || day >= from) && (to === null || day <= to)
  })
  const drafts = inside.filter(({ signedAt }) => signedAt === null).length
  return {
    included: includeDrafts ? inside.length : inside.length - drafts,
    draftsIncluded: includeDrafts ? drafts : 0,
    draftsLeftOut: includeDrafts ? 0 : drafts,
    outside: sessions.length - inside.length,
  }
}
