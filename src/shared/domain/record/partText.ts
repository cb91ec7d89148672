// The words of a signed note's parts, and of its additions: what an amendment corrects, and what it begins with.
import type { Finding } from '../bodymap/finding.ts'
import { findingSentence } from '../bodymap/findingSentence.ts'
import { findingCourses } from '../bodymap/phases.ts'
import { treatedSentence } from '../bodymap/treatment.ts'
import type { TreatedArea } from '../bodymap/marks.ts'
import { allMeasureLines } from '../measureLines.ts'
import type { SessionMeasures } from '../measures.ts'
import { emptyDocument, mapInlines, marksOf, withMarks, type Mark, type NoteDocument } from '../note/document.ts'
import { documentFromText } from '../note/plainText.ts'
import type { SectionId } from '../note/sections.ts'
import { recordWords } from '../dateWords.ts'
import type { SessionDetails } from '../session.ts'
import { itemsInWords, type SessionItem } from '../sessionItem.ts'
import { onOneLine } from '../text.ts'
import type { AddendumKind, Correction } from './amendment.ts'
import { partsBesideSections, type AmendedPart } from '../note/parts.ts'

/** A text as it is stored; its document is null where this version cannot read it. */
interface StoredText {
  readonly document: NoteDocument | null
  readonly plainText: string
}

/** An addition to a signed note, as far as corrections need it. */
export interface Addition extends StoredText {
  readonly id: string
  readonly kind: AddendumKind
  readonly correction: AmendmentTarget | null
  /** Null while it is a draft. */
  readonly signature: object | null
}

/** A signed note with all that can be corrected of it. */
export interface AmendableNote {
  readonly details: SessionDetails
  readonly lateEntryReason: string | null
  readonly painBefore: number | null
  readonly painAfter: number | null
  readonly measures: SessionMeasures
  readonly techniques: readonly SessionItem[]
  readonly homework: readonly SessionItem[]
  readonly treatedAreas: readonly TreatedArea[]
  readonly findings: readonly Finding[]
  readonly sections: readonly (StoredText & { readonly section: SectionId })[]
  /** Signed ones in the order of signing, then drafts. */
  readonly addenda: readonly Addition[]
}

/** The target of an amendment: a part of the note, or an addendum to it. */
export type AmendmentTarget = Pick<Correction, 'part' | 'addendumId'>

const isOf = (correction: AmendmentTarget | null, { part, addendumId }: AmendmentTarget): boolean =>
  correction !== null && correction.part === part && correction.addendumId === addendumId

/**
 * The signed amendments of one part or addendum, in the order of signing.
 */
export const amendmentsOf = <A extends Addition>(addenda: readonly A[], target: AmendmentTarget): readonly A[] =>
  addenda.filter(({ signature, correction }) => signature !== null && isOf(correction, target))

/**
 * A part of a note as plain text, as it was signed: a section's own words; otherwise one line for each entry. Empty if
 * the part is empty.
 */
export function partText(note: AmendableNote, part: AmendedPart): string {
  switch (part) {
    case 'details':
      return detailLines(note).join('\n')
    case 'measures':
      return allMeasureLines(note)
        .map(({ name, value }) => `${onOneLine(name)}: ${onOneLine(value)}`)
        .join('\n')
    case 'treatment':
      return treatmentLines(note).join('\n')
    case 'body map':
      return findingCourses(note.findings).map(findingSentence).join('\n')
    default:
      return note.sections.find(({ section }) => section === part)?.plainText ?? ''
  }
}

/**
 * The words of a part or an addendum in force now: those of its newest signed amendment, otherwise its own.
 * The next amendment corrects these.
 */
export function currentWords(note: AmendableNote, target: AmendmentTarget): string {
  const newest = amendmentsOf(note.addenda, target).at(-1)
  if (newest) return newest.plainText
  if (target.part !== null) return partText(note, target.part)
  return note.addenda.find(({ id }) => id === target.addendumId)?.plainText ?? ''
}

/**
 * The sections with the words in force now: an amended one as in its newest signed amendment, the others as
 * they are.
 */
export const currentSections = <S extends AmendableNote['sections'][number]>({
  sections,
  addenda,
}: {
  readonly sections: readonly S[]
  readonly addenda: readonly Addition[]
}): S[] =>
  sections.map((section) => {
    const newest = amendmentsOf(addenda, { part: section.section, addendumId: null }).at(-1)
    return newest ? { ...section, document: newest.document, plainText: newest.plainText } : section
  })

/** The corrections of a signed note beside its sections, with the words in force now. */
export const amendedBesideSections = (
  note: AmendableNote,
): { readonly part: (typeof partsBesideSections)[number]; readonly words: string }[] =>
  partsBesideSections.flatMap((part) => {
    const newest = amendmentsOf(note.addenda, { part, addendumId: null }).at(-1)
    return newest ? { part, words: newest.plainText } : []
  })

/**
 * {@link currentWords} as the document that an amendment begins with: bold, italic and lists as they are, without links
 * to marks on the map and without what only a draft has. As plain text where this version cannot read the document.
 */
export function currentDocument(note: AmendableNote, target: AmendmentTarget): NoteDocument {
  const stored =
    amendmentsOf(note.addenda, target).at(-1) ??
    note.sections.find(({ section }) => section === target.part) ??
    note.addenda.find(({ id }) => id === target.addendumId)
  if (stored?.document) return wordsOnly(stored.document)
  const words = currentWords(note, target)
  return words === '' ? emptyDocument : documentFromText(words)
}

function detailLines({ details, lateEntryReason }: AmendableNote): readonly string[] {
  const { serviceStart, lengthMinutes, place, visitAddress } = details
  const where = [place === 'visit' ? 'Visit' : 'Practice', onOneLine(visitAddress)].filter(Boolean).join(', ')
  return [
    `Date and time: ${recordWords.wallTime(serviceStart)}`,
    `Length: ${lengthMinutes} min`,
    `Place: ${where}`,
    ...(lateEntryReason === null ? [] : [`Late entry: ${onOneLine(lateEntryReason)}`]),
  ]
}

function treatmentLines({ techniques, treatedAreas, homework }: AmendableNote): readonly string[] {
  const listed = (name: string, items: readonly SessionItem[]) =>
    items.length === 0 ? [] : [`${name}: ${onOneLine(itemsInWords(items))}`]
  return [...listed('Techniques', techniques), ...treatedAreas.map(treatedSentence), ...listed('Homework', homework)]
}

const isOfWords = ({ type }: Mark) => type === 'bold' || type === 'italic'

const wordsOnly = (document: NoteDocument): NoteDocument =>
  mapInlines(document, (content) => content.map((node) => withMarks(node, marksOf(node).filter(isOfWords))))
