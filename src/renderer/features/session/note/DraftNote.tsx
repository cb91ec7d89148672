// The note of a draft: the measures, and the four sections with what belongs under them.
import { Fragment, memo, useCallback, useRef, useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import type { Autosave } from '../draft/autosave.ts'
import classes from './DraftNote.module.css'
import { LastTimeCard } from './carried/LastTimeCard.tsx'
import type { DraftParts } from '../draft/draftParts.ts'
import { HomeworkLine, TreatmentLine } from './lists/ListLines.tsx'
import { MeasuresRow } from './measures/MeasuresRow.tsx'
import { phraseValues } from '../sessionWords.ts'
import { SectionEditor, type SectionChange } from './SectionEditor.tsx'

interface Props {
  record: SessionRecord
  autosave: Autosave
  parts: DraftParts
  /** The treated areas as they stand on the map. */
  areas: readonly TreatedArea[]
}

const hints: Readonly<Record<SectionId, string>> = {
  subjective: 'What the client reports',
  objective: 'What you find, and what you do',
  assessment: 'What has changed, and what it means',
  plan: 'What comes next',
}

export const DraftNote = memo(({ record, autosave, parts, areas }: Props) => {
  const { lists, sentences } = parts
  const pane = usePaneScroll<HTMLDivElement>('note', true)
  const sessionId = record.id
  // The record when the screen opened: the editors start with it and hold the current text afterwards.
  const [stored] = useState(record.sections)

  /** The sections whose carried-over text was confirmed; their saves say so. */
  const confirmed = useRef<ReadonlySet<string>>(new Set())

  const changeSection = useCallback(
    (section: SectionId, read: () => NoteDocument, { isConfirmed, hasHeldWords }: SectionChange) => {
      if (isConfirmed) confirmed.current = new Set([...confirmed.current, section])
      const save = () =>
        ({
          changes: [
            {
              operation: 'session:saveSection',
              input: {
                id: sessionId,
                section,
                document: read(),
                ...(confirmed.current.has(section) && { isConfirmed: true as const }),
                ...(hasHeldWords && { isEmptied: true as const }),
              },
            },
          ],
        }) as const
      autosave.change(section, save)
    },
    [autosave, sessionId],
  )

  const valuesNow = useCallback(() => phraseValues(record), [record])

  return (
    <div ref={pane} className={classes.pane}>
      <LastTimeCard record={record} />
      <MeasuresRow record={record} store={parts.measures} />
      {sectionIds.map((section) => (
        <Fragment key={section}>
          <SectionEditor
            section={section}
            hint={hints[section]}
            valuesNow={valuesNow}
            stored={stored.find((one) => one.section === section) ?? emptySection}
            onChange={changeSection}
            {...(section === 'objective' && { sentences })}
          />
          {section === 'objective' && <TreatmentLine lists={lists} areas={areas} />}
          {section === 'plan' && <HomeworkLine lists={lists} />}
        </Fragment>
      ))}
    </div>
  )
})

const emptySection = { document: { type: 'doc' as const, content: [] }, plainText: '' }
