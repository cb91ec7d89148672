// The sentences that the therapist is warned of before signing: those whose mark on the map is gone.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { sentencesWithoutMark } from '#shared/domain/bodymap/courseSentences.ts'

/** The sentences of the Objective section whose mark is no longer on the body map, as they stand. */
export function unmarkedSentences({
  sections,
  findings,
}: Pick<SessionRecord, 'sections' | 'findings'>): readonly string[] {
  const objective = sections.find(({ section }) => section === 'objective')?.document
  return objective ? sentencesWithoutMark(objective, findings).map(({ text }) => text) : []
}
