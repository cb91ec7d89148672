// Visits in words, as the comparison of visits says them.
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'

/** "Visit 7 of 12, 3 March 2026". */
export function visitWords(visits: readonly Visit[], at: number): string {
  const visit = visits[at]
  return visit ? `Visit ${visit.number} of ${visits.at(-1)?.number}, ${longDateWords(visit.serviceStart)}` : ''
}

/** "12 visits, 3 March 2025 to 9 November 2026"; one visit has one date. */
export function spanWords(visits: readonly Visit[], from: number, to: number): string {
  const [first, last] = [visits[from], visits[to]]
  if (!first || !last) return ''
  const count = countWords(to - from + 1, 'visit')
  return from === to
    ? `${count}, ${longDateWords(first.serviceStart)}`
    : `${count}, ${longDateWords(first.serviceStart)} to ${longDateWords(last.serviceStart)}`
}
