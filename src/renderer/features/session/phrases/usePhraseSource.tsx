// What a section's editor asks about phrases, answered from the practice's list and the session's client.
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useId, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import { leftOutWords, problemWords, unknownWords } from '#shared/domain/phrase/expandPhrase.ts'
import { paths } from '#renderer/app/routes.ts'
import { refreshAfter } from '#renderer/bridge/queries.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { expandAmong, usePhrases, type PhraseDraft } from '#renderer/features/phrases/index.ts'
import { dateWords } from '#renderer/ui/dateWords.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { findPhrases, phraseCalled } from './phraseSearch.ts'
import type { PhraseSource } from './phrases.ts'

type Session = Pick<SessionRecord, 'client' | 'details' | 'lateEntryReason'>

/** The session that is open, for phrases that name its client or its day. */
export const PhraseSession = createContext<Session | null>(null)

export interface SectionPhrases {
  /** The same object for as long as the editor lives. */
  readonly source: PhraseSource
  /** The phrase that is being made from this section, or null. */
  readonly draft: PhraseDraft | null
  readonly setDraft: (draft: PhraseDraft | null) => void
}

/** @param editor the editor's name; that of a section says which phrases are offered first */
export function useSectionPhrases(editor: string): SectionPhrases {
  const section: SectionId | null = sectionIds.find((id) => id === editor) ?? null
  const phrases = usePhrases()
  const session = useContext(PhraseSession)
  const cache = useQueryClient()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<PhraseDraft | null>(null)
  const latest = useLatest({ phrases, session, cache, navigate })
  const listId = `phrases-${useId()}`

  const source = useMemo<PhraseSource>(() => {
    const tell = (id: string, message: string) => notifications.show({ id, color: 'ember', message, autoClose: 10_000 })
    return {
      listId,
      find: (typed) => findPhrases(latest.current.phrases, typed, section),
      called: (query) => phraseCalled(latest.current.phrases, query),
      expand: (phrase) => {
        const { firstName = '', lastName = '', preferredName = '' } = latest.current.session?.client ?? {}
        return expandAmong(latest.current.phrases, phrase, {
          'client.firstName': firstName,
          'client.lastName': lastName,
          'client.preferredName': preferredName || firstName || lastName,
          today: dateWords(dayOf(latest.current.session)),
        })
      },
      onInserted: ({ id }, { unknown, leftOut }) => {
        if (unknown.length > 0) tell('phrase-unknown', `${unknownWords(unknown)} A blank stands in its place.`)
        if (leftOut.length > 0) tell('phrase-choices', leftOutWords(leftOut))
        const count = async () => {
          await ask('phrase:used', { id })
          await refreshAfter(latest.current.cache, 'phrase:used')
        }
        // A use that is not counted is no loss: the text is in the note.
        void count().catch(() => undefined)
      },
      onProblem: (problem) => tell('phrase-problem', `${problemWords(problem)} Nothing was put in.`),
      onCommand: (command, text) => {
        if (command === 'manage') latest.current.navigate(paths.phrases)
        else setDraft({ abbreviation: '', section, text })
      },
    }
  }, [listId, section, latest])
  return { source, draft, setDraft }
}

/** The day of writing; in a late entry, which tells of another day, that of the visit. */
const dayOf = (session: Session | null): string =>
  session !== null && session.lateEntryReason !== null ? session.details.serviceStart : today()
