// The words of the card "Last time": what helped, the pressure, what to avoid.
import type { LastTime } from '#shared/contract/sessions.ts'
import { courseWords } from '#shared/domain/bodymap/changeSentence.ts'
import type { NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import { findingCourses, mapAt } from '#shared/domain/bodymap/phases.ts'
import { labelOfRegion, shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { amendedPartNames } from '#shared/domain/note/parts.ts'
import { onOneLine } from '#shared/domain/text.ts'
import { listWords } from '#shared/domain/wordLists.ts'

const better: ReadonlySet<string | null> = new Set(['much better', 'slightly better', 'gone'])

/** The findings that treatment eased, such as "R upper trapezius 7 → 3"; what had gone says so. */
export const easedWords = ({ findings }: Pick<LastTime, 'findings'>): readonly string[] =>
  findingCourses(findings).flatMap((course) => {
    const { numbers, word } = courseWords(course)
    if (!course.before || !better.has(word)) return []
    return `${shortLabelOfRegion(course.before.regionId)} ${word === 'gone' ? 'gone' : numbers}`
  })

/** The techniques of the visit: those that were listed, and those of the treated areas; each once. */
const techniquesOf = ({ techniques, treatedAreas }: Pick<LastTime, 'techniques' | 'treatedAreas'>) => [
  ...new Set([...techniques.map(({ text }) => text), ...treatedAreas.map(({ technique }) => technique)]),
]

/** "Myofascial release, Swedish massage: R upper trapezius 7 → 3", of what is known; empty when nothing is. */
export const helpedWords = (visit: LastTime): string =>
  [listWords(techniquesOf(visit)), listWords(easedWords(visit))].filter(Boolean).join(': ')

/** "2 of 5 (Myofascial release), 3 of 5 (Swedish massage)"; without the technique where there is one pressure only. */
export function pressureWords({ treatedAreas }: Pick<LastTime, 'treatedAreas'>): string {
  const techniquesBy = new Map<number, Set<string>>()
  for (const { pressure, technique } of treatedAreas) {
    if (pressure !== null) techniquesBy.set(pressure, (techniquesBy.get(pressure) ?? new Set()).add(technique))
  }
  const pressures = [...techniquesBy].toSorted(([one], [other]) => one - other)
  return listWords(
    pressures.map(
      ([pressure, names]) => `${pressure} of 5${pressures.length > 1 ? ` (${listWords([...names])})` : ''}`,
    ),
  )
}

/** Where not to work: the client's no-go areas as they are now, and what was marked "avoid" at the visit. */
export function avoidWords({ findings }: Pick<LastTime, 'findings'>, noGoAreas: readonly NoGoArea[]): string {
  const forbidden = noGoAreas.map(({ regionId, reason }) => `${labelOfRegion(regionId)} (${reason})`)
  const known = new Set(noGoAreas.map(({ regionId }) => regionId))
  const marked = mapAt(findings, 'after').filter(({ kind, regionId }) => kind === 'avoid' && !known.has(regionId))
  return listWords([...forbidden, ...new Set(marked.map(({ regionId }) => labelOfRegion(regionId)))])
}

/** What was corrected since, which the scores, findings and lists as they were signed do not know: on one line each. */
export const amendedRows = ({ amended }: Pick<LastTime, 'amended'>): readonly { name: string; words: string }[] =>
  amended.map(({ part, words }) => ({
    name: `${amendedPartNames[part]}, amended`,
    words: words.trim() === '' ? 'taken out' : onOneLine(words.trim().replaceAll('\n', '; ')),
  }))

/** "7 → 3" stays on one line. */
export const unbrokenNumbers = (words: string): string => words.replaceAll(' → ', '\u00a0→\u00a0')
