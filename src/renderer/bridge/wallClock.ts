// The clock on the practice's wall, as the record keeps times: without a zone.
const padded = (value: number) => String(value).padStart(2, '0')

/** The wall-clock time of a moment, `YYYY-MM-DDTHH:mm`. */
export const wallTimeOf = (moment: Date): string =>
  `${String(moment.getFullYear()).padStart(4, '0')}-${padded(moment.getMonth() + 1)}-${padded(moment.getDate())}` +
  `T${padded(moment.getHours())}:${padded(moment.getMinutes())}`

/** The wall-clock time now, `YYYY-MM-DDTHH:mm`. */
export const wallNow = (): string => wallTimeOf(new Date())

/** The day now, `YYYY-MM-DD`. */
export const today = (): string => wallNow().slice(0, 10)
