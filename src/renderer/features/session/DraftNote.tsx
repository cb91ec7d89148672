// The note of a draft: pain before and after, and the four sections.
import { memo, useCallback, useRef, useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { sectionIds, sectionNames, type SectionId } from '#shared/domain/note/sections.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { usePaneScroll } from '#renderer/bridge/paneScroll.ts'
import type { Autosave } from './autosave.ts'
import classes from './DraftNote.module.css'
import type { FindingSentences } from './findingSentences/findingSentences.ts'
import { PainScores, type Pain } from './PainScores.tsx'
import { SectionEditor } from './SectionEditor.tsx'

interface Props {
  record: SessionRecord
  autosave: Autosave
  /** Keeps the Objective section's sentences together with the marks on the map. */
  sentences: FindingSentences
}

const hints: Readonly<Record<SectionId, string>> = {
  subjective: 'What the client reports',
  objective: 'What you find, and what you do',
  assessment: 'What has changed, and what it means',
  plan: 'What comes next',
}

export const DraftNote = memo(({ record, autosave, sentences }: Props) => {
  const pane = usePaneScroll<HTMLDivElement>('note', true)
  const sessionId = record.id
  // What was stored when the screen opened: the editors begin with it and are the truth from then on.
  const [stored] = useState(record.sections)

  const changeSection = useCallback(
    (section: string, read: () => NoteDocument) => {
      const save = () => ask('session:saveSection', { id: sessionId, section: section as SectionId, document: read() })
      autosave.change(section, save)
    },
    [autosave, sessionId],
  )

  return (
    <div ref={pane} className={classes.pane}>
      <DraftPain record={record} autosave={autosave} />
      {sectionIds.map((section) => (
        <SectionEditor
          key={section}
          name={section}
          title={sectionNames[section]}
          hint={hints[section]}
          stored={stored.find((one) => one.section === section) ?? emptySection}
          onChange={changeSection}
          {...(section === 'objective' && { sentences })}
        />
      ))}
    </div>
  )
})

const emptySection = { document: { type: 'doc' as const, content: [] }, plainText: '' }

function DraftPain({ record, autosave }: Pick<Props, 'record' | 'autosave'>) {
  const [pain, setPain] = useState<Pain>({ painBefore: record.painBefore, painAfter: record.painAfter })
  const newest = useRef(pain)
  const change = (part: Partial<Pain>) => {
    newest.current = { ...newest.current, ...part }
    setPain(newest.current)
    autosave.change('pain', () => ask('session:savePain', { id: record.id, ...newest.current }), 'at once')
  }
  return <PainScores pain={pain} onChange={change} />
}
