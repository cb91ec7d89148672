// What a phrase calls by name while a session is open: its client, and the day.
import { createContext, useCallback, useContext } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import type { PhraseValues } from '#renderer/features/phrases/index.ts'
import { dateWords } from '#renderer/ui/dateWords.ts'

type Session = Pick<SessionRecord, 'client' | 'details' | 'lateEntryReason'>

/** The session that is open. */
export const PhraseSession = createContext<Session | null>(null)

/** @returns the values as they are when it is called */
export function usePhraseValues(): () => PhraseValues {
  const session = useContext(PhraseSession)
  return useCallback(() => {
    const { firstName = '', lastName = '', preferredName = '' } = session?.client ?? {}
    return {
      'client.firstName': firstName,
      'client.lastName': lastName,
      'client.preferredName': preferredName || firstName || lastName,
      today: dateWords(dayOf(session)),
    }
  }, [session])
}

/** The day of writing; in a late entry, which tells of another day, that of the visit. */
const dayOf = (session: Session | null): string =>
  session !== null && session.lateEntryReason !== null ? session.details.serviceStart : today()
