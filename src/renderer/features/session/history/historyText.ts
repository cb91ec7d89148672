// A draft's state part by part: in words, and whether two states are the same in it.
import type { HistoryMoment, HistoryState } from '#shared/contract/history.ts'
import { partNames, type HistoryPart } from '#shared/domain/note/parts.ts'
import { findingSentence } from '#shared/domain/bodymap/findingSentence.ts'
import { findingCourses } from '#shared/domain/bodymap/phases.ts'
import { treatedSentence } from '#shared/domain/bodymap/treatment.ts'
import { allMeasureLines, lineInWords } from '#shared/domain/measureLines.ts'
import { itemsInWords } from '#shared/domain/sessionItem.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import { dateWords, longDateWords, timeWords } from '#renderer/ui/dateWords.ts'
import { strokesInWords } from '#renderer/documents/bodyMap/mapInWords.ts'

/** A state without its moment, as a stored session has it too. */
export type DraftState = Omit<HistoryState, 'at'>

const placeWords = { practice: 'At the practice', visit: 'Visit' }

const named = (name: string, words: string) => (words === '' ? '' : `${name}: ${words}`)

function mapLines({ findings, strokes, treatedAreas }: DraftState): readonly string[] {
  return [
    ...findingCourses(findings).map(findingSentence),
    named('Drawn', strokesInWords(strokes)),
    ...treatedAreas.map(treatedSentence),
  ]
}

function measuresLines(state: DraftState): readonly string[] {
  return [
    ...allMeasureLines(state).map(lineInWords),
    named('Techniques', itemsInWords(state.techniques, longDateWords)),
    named('Homework', itemsInWords(state.homework, longDateWords)),
  ]
}

function detailsLines({
  details: { serviceStart, lengthMinutes, place, visitAddress },
}: DraftState): readonly string[] {
  const when = `${dateWords(serviceStart)}, ${timeWords(serviceStart)}, ${lengthMinutes} min`
  return [when, named(placeWords[place], visitAddress) || placeWords[place]]
}

/** A part as plain text; a line for each mark or value. Empty when there is nothing in it. */
export function partText(state: DraftState, part: HistoryPart): string {
  const section = state.sections.find((one) => one.section === part)
  if (section) return section.plainText
  const linesOf = { map: mapLines, measures: measuresLines, details: detailsLines }[part as 'map']
  return linesOf(state)
    .filter((line) => line !== '')
    .join('\n')
}

/** Everything of a part, for comparing. */
function partContent(state: DraftState, part: HistoryPart): unknown {
  switch (part) {
    case 'map':
      return [state.findings, state.strokes, state.treatedAreas]
    case 'measures':
      return [state.painBefore, state.painAfter, state.measures, state.techniques, state.homework]
    case 'details': {
      const { serviceStart, lengthMinutes, place, visitAddress } = state.details
      return [serviceStart, lengthMinutes, place, visitAddress]
    }
    default: {
      const section = state.sections.find((one) => one.section === part)
      // A section that was never written and one that was emptied are the same to everybody.
      return section?.plainText === '' ? null : (section?.document ?? section?.plainText)
    }
  }
}

/** Whether a part is the same in two states, down to the emphasis of a word. */
export const isSamePart = (one: DraftState, other: DraftState, part: HistoryPart): boolean =>
  sorted(partContent(one, part)) === sorted(partContent(other, part))

/** JSON with the members of objects in one order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? ''

const shortNames: Readonly<Record<HistoryPart, string>> = { ...partNames, map: 'Map' }

/** "Subjective, map": what a moment changed. */
export function changedWords({ parts }: Pick<HistoryMoment, 'parts'>): string {
  const [first = '', ...later] = parts.map((part) => shortNames[part])
  return listWords([first, ...later.map((name) => name.charAt(0).toLowerCase() + name.slice(1))])
}
