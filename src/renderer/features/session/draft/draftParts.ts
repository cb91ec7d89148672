// The parts of a draft other than its sections' text: shown at once, saved part by part.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DraftChange } from '#shared/contract/drafts.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { NoGoAnswer } from '#shared/domain/bodymap/noGo.ts'
import { markPart, type MapMark } from '#shared/domain/note/parts.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import {
  createMarks,
  markId,
  type MarkChange,
  type MarkList,
  type MarkStore,
} from '#renderer/features/bodymap/index.ts'
import { createFindingSentences, type FindingSentences } from './findingSentences.ts'
import { createSessionLists, type SessionLists } from './sessionLists.ts'
import { createMeasures, type MeasureStore } from './measures.ts'
import { createSessionTimer, type SessionTimer } from './sessionTimer.ts'
import type { Autosave, Pace } from './autosave.ts'

export interface DraftParts {
  readonly marks: MarkStore
  /** The sentences of the Objective section; a change of a mark and of its sentence are saved together. */
  readonly sentences: FindingSentences
  /** What was decided about no-go areas in this session. */
  readonly answers: StoreApi<readonly NoGoAnswer[]>
  readonly answer: (answer: NoGoAnswer) => void
  readonly lists: SessionLists
  readonly timer: SessionTimer
  readonly measures: MeasureStore
  readonly details: StoreApi<SessionDetails>
  /** @param onMoved called after the commit when the visit's date has changed */
  readonly changeDetails: (details: SessionDetails, pace: Pace, onMoved: () => void) => void
}

const markOfList = { findings: 'finding', strokes: 'stroke', areas: 'area' } as const satisfies Record<
  MarkList,
  MapMark
>

/** The part of the note that a mark belongs to. */
export const partOfMark = (list: MarkList, id: string) => markPart(markOfList[list], id)

function changeOfMark(sessionId: string, one: MarkChange): DraftChange {
  const id = markId(one)
  switch (one.list) {
    case 'findings':
      return one.after === null
        ? { operation: 'finding:remove', input: { sessionId, id } }
        : { operation: 'finding:put', input: { finding: one.after } }
    case 'strokes':
      return one.after === null
        ? { operation: 'stroke:remove', input: { sessionId, id } }
        : { operation: 'stroke:put', input: { stroke: one.after } }
    case 'areas':
      return one.after === null
        ? { operation: 'treatedArea:remove', input: { sessionId, id } }
        : { operation: 'treatedArea:put', input: { area: one.after } }
  }
}

/** @param record the stored state; read once: afterwards these parts hold the current state */
export function createDraftParts(record: SessionRecord, autosave: Autosave): DraftParts {
  const { id: sessionId, findings, strokes, treatedAreas } = record

  const sentences = createFindingSentences(findings)
  const marks = createMarks({ findings, strokes, areas: treatedAreas }, (changes, isTyping, show) =>
    autosave.act(() => {
      for (const one of changes) {
        autosave.change(
          partOfMark(one.list, markId(one)),
          () => ({ changes: [changeOfMark(sessionId, one)] }),
          isTyping && one.after !== null ? 'typing' : 'at once',
        )
      }
      show()
    }),
  )
  marks.state.subscribe(({ history, cause }) => {
    if (cause !== 'opened') sentences.update(history.marks.findings, cause)
  })

  const answers = createStore<readonly NoGoAnswer[]>(() => record.noGoAnswers)
  const details = createStore(() => record.details)
  /** The start of the visit as it is stored. Several changes of one pause are one save: it is compared with this. */
  let storedStart = record.details.serviceStart

  return {
    marks,
    sentences,
    answers,
    answer(answer) {
      answers.setState([...answers.getState(), answer], true)
      const changes: readonly DraftChange[] = [{ operation: 'noGo:answer', input: { answer } }]
      autosave.change(`noGoAnswer/${answer.id}`, () => ({ changes }), 'at once')
    },
    lists: createSessionLists(record, autosave),
    timer: createSessionTimer(record, autosave),
    measures: createMeasures(record, autosave),
    details,
    changeDetails(next, pace, onMoved) {
      details.setState(next, true)
      const save = () => {
        const now = details.getState()
        const changes: readonly DraftChange[] = [
          { operation: 'session:saveDetails', input: { id: sessionId, details: now } },
        ]
        const onSaved = () => {
          if (now.serviceStart === storedStart) return
          storedStart = now.serviceStart
          onMoved()
        }
        return { changes, onSaved }
      }
      autosave.change('details', save, pace)
    },
  }
}
