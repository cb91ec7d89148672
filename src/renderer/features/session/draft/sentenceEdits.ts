// The sentences that Palpate writes into a section. Each function adds its steps to the given
// transaction. It changes only text that is, letter for letter, as Palpate wrote it.
import { Fragment, type Mark, type Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { CourseSentence, CourseSentences } from '#shared/domain/bodymap/courseSentences.ts'
import { follows } from '#shared/domain/note/linkedSentences.ts'
import { linkedRuns, linkOf, type LinkedRun } from './linkedRuns.ts'

/** The transaction that passes changed marks to the editor. */
export const marksChanged = 'marksChanged'

/** Updates every sentence that still follows its mark. */
export function followMarks(tr: Transaction, { courseOf }: CourseSentences): void {
  // From the end, so that positions before it stay as they are.
  for (const run of linkedRuns(tr.doc).toReversed()) {
    const course = courseOf(run.findingId)
    if (course && follows(run) && course.sentence !== run.text) reword(tr, run, course.sentence)
  }
}

/** Only the letters that differ are replaced: caret, emphasis and undo steps around them stay where they are. */
function reword(tr: Transaction, run: LinkedRun, sentence: string): void {
  const { start, endBefore, endNow } = difference(run.text, sentence)
  const link = linkMark(tr, run.findingId, sentence)
  const neighbour = tr.doc.nodeAt(run.from + Math.max(start - 1, 0))
  const words = sentence.slice(start, endNow)
  const [from, to] = [run.from + start, run.from + endBefore]
  if (words === '') tr.delete(from, to)
  else tr.replaceWith(from, to, tr.doc.type.schema.text(words, neighbour?.marks ?? [link]))
  tr.addMark(run.from, run.from + sentence.length, link)
}

/** The stretch in which two texts differ. It does not end within a character of two code units. */
function difference(before: string, now: string): { start: number; endBefore: number; endNow: number } {
  const shorter = Math.min(before.length, now.length)
  let start = 0
  while (start < shorter && before[start] === now[start]) start += 1
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  if (isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1
  return { start, endBefore: before.length - tail, endNow: now.length - tail }
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/**
 * Writes sentences behind the last linked one, each set off by a space; where there is none, into a paragraph of their
 * own at the end.
 */
export function appendSentences(tr: Transaction, courses: readonly CourseSentence[]): void {
  if (courses.length === 0) return
  const { schema } = tr.doc.type
  const words = courses.flatMap(({ id, sentence }, index) => [
    ...(index === 0 ? [] : [schema.text(' ')]),
    schema.text(sentence, [linkMark(tr, id, sentence)]),
  ])
  const last = linkedRuns(tr.doc).at(-1)
  if (last) appendBehind(tr, last, words)
  else appendParagraph(tr, words)
}

function appendBehind(tr: Transaction, run: LinkedRun, words: readonly Node[]): void {
  const end = tr.doc.resolve(run.to)
  const next = end.nodeAfter
  // Text typed directly behind the sentence belongs to it; the new one comes after it.
  const isFree = !next?.isText || /^\s/u.test(next.text ?? '')
  const place = isFree ? run.to : end.end()
  const before = tr.doc.textBetween(place - 1, place, undefined, '\n')
  const space = /\s$/u.test(before) ? [] : [tr.doc.type.schema.text(' ')]
  tr.insert(place, Fragment.from([...space, ...words]))
}

function appendParagraph(tr: Transaction, words: readonly Node[]): void {
  const { lastChild, content, type } = tr.doc
  const paragraph = type.schema.nodes['paragraph']
  if (!paragraph) return
  if (lastChild?.type === paragraph && lastChild.childCount === 0) tr.insert(content.size - 1, words)
  else tr.insert(content.size, paragraph.create(null, words))
}

/** Deletes linked sentences, each with the one space that parted it from another one. */
export function deleteSentences(tr: Transaction, runs: readonly LinkedRun[]): void {
  for (const { from, to } of runs.toSorted((a, b) => b.from - a.from)) {
    const before = spaceBetweenSentences(tr.doc, from, 'before')
    const after = before === 0 ? spaceBetweenSentences(tr.doc, to, 'after') : 0
    tr.delete(from - before, to + after)
    deleteEmptyParagraph(tr, from - before)
  }
}

/** 1 where nothing but a space stands between this position and the next linked sentence on that side, or else 0. */
function spaceBetweenSentences(doc: Node, position: number, side: 'before' | 'after'): 0 | 1 {
  const place = doc.resolve(position)
  const space = side === 'before' ? place.nodeBefore : place.nodeAfter
  if (space?.text !== ' ' || linkOf(space)) return 0
  const beyond = doc.resolve(side === 'before' ? position - 1 : position + 1)
  return linkOf(side === 'before' ? beyond.nodeBefore : beyond.nodeAfter) ? 1 : 0
}

/** A paragraph that a sentence left empty goes with it, unless it is the only one or holds the caret. */
function deleteEmptyParagraph(tr: Transaction, position: number): void {
  const place = tr.doc.resolve(position)
  const isOnlyRest = place.depth === 1 && place.parent.childCount === 0 && tr.doc.childCount > 1
  const holdsCaret = tr.selection.$head.parent === place.parent
  if (isOnlyRest && !holdsCaret) tr.delete(place.before(), place.after())
}

/** Turns linked sentences into plain text. */
export function unlinkSentences(tr: Transaction, runs: readonly LinkedRun[]): void {
  const type = tr.doc.type.schema.marks['finding']
  for (const { from, to } of runs) if (type) tr.removeMark(from, to, type)
}

function linkMark(tr: Transaction, findingId: string, sentence: string): Mark {
  return tr.doc.type.schema.mark('finding', { findingId, sentence })
}
