// A text of the note that is written with the practice's phrases, and in which new ones are made.
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { leftOutWords, problemWords, unknownWords } from '#shared/domain/phrase/expandPhrase.ts'
import { paths } from '#renderer/app/routes.ts'
import { refreshAfter } from '#renderer/bridge/queries.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import {
  findPhrases,
  NoteEditor,
  type NoteEditorProps,
  phraseCalled,
  type PhraseSource,
} from '#renderer/noteEditor/index.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { PhraseDialog, type PhraseDraft } from './PhraseDialog.tsx'
import { expandAmong, usePhrases, type PhraseValues } from './phraseList.ts'

interface Props extends Omit<NoteEditorProps, 'phrases'> {
  /** Whose phrases are offered first; null where no section is written, which means all. */
  section: SectionId | null
  /** The values of phrases' placeholders, read when one is inserted. */
  valuesNow: () => PhraseValues
}

/** The note's editor with phrases: `;` and `/` in its text, and the dialog that makes one of its words. */
export function NoteWithPhrases({ section, valuesNow, ...note }: Props) {
  const { source, draft, closeDraft } = useNotePhrases(section, valuesNow)
  return (
    <NoteEditor
      {...note}
      phrases={source}
      renderBelow={(editor) => (
        <>
          {draft && (
            <PhraseDialog
              draft={draft}
              onClose={() => {
                closeDraft()
                editor.commands.focus()
              }}
            />
          )}
          {note.renderBelow?.(editor)}
        </>
      )}
    />
  )
}

interface NotePhrases {
  /** The same object for as long as the editor lives. */
  readonly source: PhraseSource
  /** The phrase that is being made from this text, or null. */
  readonly draft: PhraseDraft | null
  readonly closeDraft: () => void
}

/** The editor's phrase callbacks, with the practice's list. */
function useNotePhrases(section: SectionId | null, valuesNow: () => PhraseValues): NotePhrases {
  const phrases = usePhrases()
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<PhraseDraft | null>(null)
  const latest = useLatest({ phrases, valuesNow, cache, navigate })
  const listId = `phrases-${useId()}`

  const source = useMemo<PhraseSource>(() => {
    const notify = (id: string, message: string) =>
      notifications.show({ id, color: 'ember', message, autoClose: 10_000 })
    return {
      listId,
      find: (typed) => findPhrases(latest.current.phrases, typed, section),
      called: (query) => phraseCalled(latest.current.phrases, query),
      expand: (phrase) => expandAmong(latest.current.phrases, phrase, latest.current.valuesNow()),
      onInserted: ({ id }, { unknown, leftOut }) => {
        if (unknown.length > 0) notify('phrase-unknown', `${unknownWords(unknown)} A blank stands in its place.`)
        if (leftOut.length > 0) notify('phrase-choices', leftOutWords(leftOut))
        const count = async () => {
          await ask('phrase:used', { id })
          await refreshAfter(latest.current.cache, 'phrase:used')
        }
        // A failure to count the use is ignored: the text is in the note.
        void count().catch(() => undefined)
      },
      onProblem: (problem) => notify('phrase-problem', `${problemWords(problem)} Nothing was put in.`),
      onCommand: (command, text) => {
        if (command === 'manage') latest.current.navigate(paths.phrases)
        else setDraft({ abbreviation: '', section, text })
      },
    }
  }, [listId, section, latest])
  return { source, draft, closeDraft: () => setDraft(null) }
}
