// Keeps the sentences of the Objective section and the marks on the body map together while a draft is open.
import { closeHistory } from '@tiptap/pm/history'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { createStore } from 'zustand/vanilla'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { courseSentences, type CourseSentence } from '#shared/domain/bodymap/courseSentences.ts'
import { follows } from '#shared/domain/note/linkedSentences.ts'
import { linkedRuns, type LinkedRun } from './linkedRuns.ts'
import { appendSentences, deleteSentences, followMarks, marksChanged, unlinkSentences } from './sentenceEdits.ts'

/** The cause of a change on the map. `undone` also stands for redo. */
export type FindingsCause = 'made' | 'changed' | 'removed' | 'undone'

/** The part of an editor that the sentences need. */
export interface SentenceEditor {
  state(): EditorState
  dispatch(transaction: Transaction): void
  /** Calls the listener after every change of the document; the returned function stops it. */
  onChange(listener: () => void): () => void
}

export interface SentencesState {
  /** The current texts of sentences whose mark is no longer on the map. */
  readonly gone: readonly string[]
  /** How many confirmed marks have no sentence in the section. */
  readonly missing: number
  /** The course of findings on whose sentence the caret or the mouse is, by its id, or null. */
  readonly shown: string | null
}

export interface FindingSentences {
  /**
   * Takes the session's findings as they are after a change on the map. A new, confirmed mark gets a sentence; the
   * sentences that follow theirs get the new words; where a mark was undone its untouched sentence goes with it.
   */
  update(findings: readonly Finding[], cause: FindingsCause): void
  /** Attaches an editor and brings its sentences up to date; the returned function detaches it. */
  attach(editor: SentenceEditor): () => void
  /** The course of findings that a link in the text stands for, as it is now; undefined when its mark is gone. */
  courseOf(findingId: string): CourseSentence | undefined
  /** Called when the caret or the mouse enters the sentence with this link, or leaves it. */
  show(findingId: string | null): void
  state(): SentencesState
  /** Calls the listener after every change of {@link state}; the returned function stops it. */
  subscribe(listener: () => void): () => void
  /** Adds a sentence for every confirmed mark that has none. An undo step of its own, like the next two. */
  addMissing(): void
  /** Deletes the sentences whose mark is gone. */
  deleteGone(): void
  /** Keeps the sentences whose mark is gone, as plain text. */
  keepGone(): void
}

/** @param stored the session's findings as they are when the draft is opened */
export function createFindingSentences(stored: readonly Finding[]): FindingSentences {
  let linked = courseSentences(stored)
  let editor: SentenceEditor | null = null
  let runs: readonly LinkedRun[] = []
  const store = createStore<SentencesState>(() => ({ gone: [], missing: 0, shown: null }))
  let pointedAt: string | null = null
  let isWriting = false
  /** Sentences that were deleted with their mark, and return when undo restores it. */
  const goneWithMark = new Set<string>()

  const coursesOf = (some: readonly LinkedRun[]) => new Set(some.map(({ findingId }) => linked.courseOf(findingId)))
  const missing = () => {
    const present = coursesOf(runs)
    return linked.courses.filter((course) => course.isConfirmed && !present.has(course))
  }
  const gone = () => runs.filter(({ findingId }) => !linked.courseOf(findingId))

  function look(): void {
    runs = editor ? linkedRuns(editor.state().doc) : []
    const pieces = Map.groupBy(gone(), ({ findingId }) => findingId)
    const next: SentencesState = {
      gone: [...pieces.values()].map((run) => run.map(({ text }) => text).join(' … ')),
      missing: editor ? missing().length : 0,
      shown: (pointedAt !== null && linked.courseOf(pointedAt)?.id) || null,
    }
    if (JSON.stringify(next) !== JSON.stringify(store.getState())) store.setState(next, true)
  }

  function dispatch(tr: Transaction): void {
    isWriting = true
    try {
      editor?.dispatch(tr)
    } finally {
      isWriting = false
    }
    look()
  }

  /** Changes from the map stay out of the editor's undo history. */
  function write(edit: (tr: Transaction) => void): void {
    if (!editor) return
    const { tr } = editor.state()
    edit(tr)
    dispatch(tr.setMeta('addToHistory', false).setMeta(marksChanged, true))
  }

  function writeAsked(edit: (tr: Transaction) => void): void {
    if (!editor) return
    const tr = closeHistory(editor.state().tr)
    edit(tr)
    dispatch(tr)
  }

  /** Also after undo in the text, which brings back words of an earlier state of the mark. */
  function onTyped(): void {
    if (isWriting || !editor) return
    const before = runs
    runs = linkedRuns(editor.state().doc)
    if (areSame(runs, before)) return
    write((tr) => followMarks(tr, linked))
  }

  return {
    update(findings, cause) {
      const was = linked
      linked = courseSentences(findings)
      const wasLinked = new Set(was.courses.flatMap(({ id, isConfirmed }) => (isConfirmed ? id : [])))
      const isNew = ({ id, isConfirmed }: CourseSentence) => isConfirmed && !wasLinked.has(id)
      const wasUndone = ({ findingId }: LinkedRun) =>
        cause === 'undone' && was.courseOf(findingId)?.isConfirmed === true && !linked.courseOf(findingId)?.isConfirmed
      write((tr) => {
        const before = linkedRuns(tr.doc)
        const leaving = before.filter(
          (run) => follows(run) && (wasUndone(run) || hasBecomeDouble(run, before, was.courseOf, linked.courseOf)),
        )
        for (const { findingId } of leaving) goneWithMark.add(was.courseOf(findingId)?.id ?? findingId)
        deleteSentences(tr, leaving)
        followMarks(tr, linked)
        const present = coursesOf(linkedRuns(tr.doc))
        const added = linked.courses.filter(
          (course) =>
            isNew(course) &&
            !present.has(course) &&
            (cause === 'made' || cause === 'changed' || (cause === 'undone' && goneWithMark.has(course.id))),
        )
        for (const { id } of added) goneWithMark.delete(id)
        appendSentences(tr, added)
      })
    },

    attach(opened) {
      editor = opened
      const stop = opened.onChange(onTyped)
      write((tr) => followMarks(tr, linked))
      return () => {
        stop()
        if (editor !== opened) return
        editor = null
        look()
      }
    },

    courseOf: (findingId) => linked.courseOf(findingId),
    show(findingId) {
      pointedAt = findingId
      look()
    },
    state: store.getState,
    subscribe: store.subscribe,

    addMissing: () => writeAsked((tr) => appendSentences(tr, missing())),
    deleteGone() {
      for (const { findingId } of gone()) goneWithMark.add(findingId)
      writeAsked((tr) => deleteSentences(tr, gone()))
    },
    keepGone: () => writeAsked((tr) => unlinkSentences(tr, gone())),
  }
}

type CourseOf = (findingId: string) => CourseSentence | undefined

/** Whether a sentence's mark has just been merged into another one that has a sentence already. */
function hasBecomeDouble(run: LinkedRun, runs: readonly LinkedRun[], was: CourseOf, now: CourseOf): boolean {
  const course = now(run.findingId)
  if (!course || course.id === run.findingId || was(run.findingId)?.id === course.id) return false
  return runs.some((other) => other.findingId !== run.findingId && now(other.findingId) === course)
}

const areSame = (some: readonly LinkedRun[], others: readonly LinkedRun[]) =>
  some.length === others.length &&
  some.every((run, at) => {
    const other = others[at]
    return run.findingId === other?.findingId && run.text === other.text && run.sentence === other.sentence
  })
