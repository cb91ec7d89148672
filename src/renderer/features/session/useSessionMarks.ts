// The marks of a draft's body map: on screen at once, saved one by one, each mark a part of the note's autosave.
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import type { NoGoAnswer } from '#shared/domain/bodymap/noGo.ts'
import { markPart, type MapMark } from '#shared/domain/note/parts.ts'
import type { Stroke } from '#shared/domain/bodymap/stroke.ts'
import type { TreatedArea } from '#shared/domain/bodymap/treatedArea.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { useMarks, type MarkSaver, type MarkList, type SessionMarks } from '#renderer/features/bodymap/index.ts'
import { asRemoved } from './saving/asRemoved.ts'
import type { Autosave } from './saving/autosave.ts'

export interface DraftMarks {
  readonly marks: SessionMarks
  /** What was decided about no-go areas in this session. */
  readonly answers: readonly NoGoAnswer[]
  readonly onAnswer: (answer: NoGoAnswer) => void
  /** Whether a mark could not be saved yet. */
  readonly isUnsaved: (id: string) => boolean
}

const markOfList = { findings: 'finding', strokes: 'stroke', areas: 'area' } as const satisfies Record<
  MarkList,
  MapMark
>
const partOf = (list: MarkList, id: string) => markPart(markOfList[list], id)

function makeSaver(sessionId: string, autosave: Autosave): MarkSaver {
  const puts: { [S in MarkList]: (mark: never) => Promise<{ savedAt: string }> } = {
    findings: (finding: Finding) => ask('finding:put', { finding }),
    strokes: (stroke: Stroke) => ask('stroke:put', { stroke }),
    areas: (area: TreatedArea) => ask('treatedArea:put', { area }),
  }
  const removes = { findings: 'finding:remove', strokes: 'stroke:remove', areas: 'treatedArea:remove' } as const
  return {
    put: (sort, mark, isTyping) =>
      autosave.change(partOf(sort, mark.id), () => puts[sort](mark as never), isTyping ? 'typing' : 'at once'),
    remove: (sort, id) =>
      autosave.change(partOf(sort, id), () => asRemoved(ask(removes[sort], { sessionId, id })), 'at once'),
  }
}

/** The marks of the session, read once from its record; from then on the screen is the truth. */
export function useSessionMarks(record: SessionRecord, autosave: Autosave): DraftMarks {
  const saver = useMemo(() => makeSaver(record.id, autosave), [record.id, autosave])
  const { findings, strokes, treatedAreas } = record
  const marks = useMarks({ findings, strokes, areas: treatedAreas }, saver)
  const [answers, setAnswers] = useState<readonly NoGoAnswer[]>(record.noGoAnswers)
  const onAnswer = useCallback(
    (answer: NoGoAnswer) => {
      setAnswers((before) => [...before, answer])
      autosave.change(`noGoAnswer/${answer.id}`, () => ask('noGo:answer', { answer }), 'at once')
    },
    [autosave],
  )
  const failed = useSyncExternalStore(autosave.subscribe, () =>
    marks.marks.findings.flatMap(({ id }) => (autosave.hasFailed(partOf('findings', id)) ? id : [])).join(' '),
  )
  const isUnsaved = useCallback((id: string) => failed.includes(id), [failed])
  return { marks, answers, onAnswer, isUnsaved }
}
