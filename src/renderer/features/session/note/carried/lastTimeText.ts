// The text of the last visit as it is taken over: marked with its source, and without the sentences that today's map writes again.
import type { LastTime } from '#shared/contract/sessions.ts'
import { carried, withoutUneditedSentences, type CarriedFrom } from '#shared/domain/note/carried.ts'
import type { Block, NoteDocument } from '#shared/domain/note/document.ts'
import { documentFromText, isEmptyDocument, plainText } from '#shared/domain/note/plainText.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { onOneLine } from '#shared/domain/text.ts'

/** The service date, `YYYY-MM-DD`. */
export const dateOfVisit = ({ serviceStart }: Pick<LastTime, 'serviceStart'>): string => serviceStart.slice(0, 10)

const sourceOf = (visit: LastTime): CarriedFrom => ({ sessionId: visit.sessionId, date: dateOfVisit(visit) })

/**
 * What of a section is taken over.
 *
 * Sentences that follow marks on the body map are left behind: with the marks they are made anew for today, once those
 * are confirmed. So the note says nothing of a finding that nobody looked at.
 * @returns null when there is nothing, or only what this version cannot read
 */
export function textOfLastTime(visit: LastTime, section: SectionId): NoteDocument | null {
  const document = visit.sections.find((one) => one.section === section)?.document
  if (!document) return null
  const rest = withoutUneditedSentences(document)
  if (isEmptyDocument(rest)) return null
  return carried({ ...rest, content: withoutEmptyEnds(rest.content) }, sourceOf(visit))
}

/** Words about the visit as text that is taken over. */
export const wordsOfLastTime = (visit: LastTime, words: string): NoteDocument =>
  carried(documentFromText(words), sourceOf(visit))

function withoutEmptyEnds(content: readonly Block[]): Block[] {
  const isEmpty = (block: Block) => isEmptyDocument({ type: 'doc', content: [block] })
  const first = content.findIndex((block) => !isEmpty(block))
  const last = content.findLastIndex((block) => !isEmpty(block))
  return content.slice(first, last + 1)
}

/** The section's text for reading, on one line, without the body map's sentences. */
export function linesOfLastTime(visit: LastTime, section: SectionId): string {
  const stored = visit.sections.find((one) => one.section === section)
  const text = stored?.document ? plainText(withoutUneditedSentences(stored.document)) : (stored?.plainText ?? '')
  return onOneLine(text)
}
