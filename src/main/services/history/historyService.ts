// Use cases of a draft's history: its moments, the draft's state at one of them, and restoring that.
import type { z } from 'zod'
import { fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { HistoryMoment, HistoryState } from '#shared/contract/history.ts'
import {
  markOf,
  historyPartOf,
  historyParts,
  type MapMark,
  type KeptPart,
  type HistoryPart,
} from '#shared/domain/note/parts.ts'
import { emptyDocument, noteDocument } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import { isSectionId, sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import type { DraftVersionHead } from '../../database/repositories/draftVersionRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { openDraft } from '../../records/openDraft.ts'
import { detailsOf } from '../../records/session.ts'
import { refuseOverwriting } from '../../records/document.ts'
import type { DraftHistory } from './draftHistory.ts'
import {
  areaForm,
  detailsForm,
  findingForm,
  measuresForm,
  nothingMeasured,
  read,
  strokeForm,
  type DraftParts,
} from './draftParts.ts'

type HistoryChannel = Extract<ServiceChannel, `history:${string}`>

const momentMilliseconds = 60_000

export function createHistoryService(
  repositories: Repositories,
  { clock }: Surroundings,
  history: DraftHistory & { parts: DraftParts },
): Handlers<HistoryChannel> {
  const { sessions, notes, draftVersions: versions, atomic } = repositories
  const { parts } = history

  /** Every part as it was at an instant: null where it did not exist, undefined where it cannot be read. */
  const textsAt = (sessionId: string, at: string): Map<KeptPart, string | null | undefined> => {
    const known = new Set(versions.headsOf(sessionId).map(({ part }) => part))
    const texts = new Map<KeptPart, string | null | undefined>()
    for (const part of known) texts.set(part as KeptPart, null)
    for (const { part, version } of versions.versionsAt(sessionId, at)) {
      texts.set(part as KeptPart, history.textOf(sessionId, part, version))
    }
    // A part without versions has not changed since there is a history.
    for (const part of parts.partsOf(sessionId)) {
      if (!known.has(part)) texts.set(part, parts.read(sessionId, part)?.text ?? null)
    }
    return texts
  }

  return {
    'history:list': ({ sessionId }) => {
      found(sessions.byId(sessionId))
      history.close(sessionId)
      return { moments: momentsOf(versions.headsOf(sessionId)) }
    },

    'history:get': ({ sessionId, at }) => {
      const now = found(sessions.byId(sessionId))
      return toState(at, now, textsAt(sessionId, at))
    },

    'history:restore': atomic(({ sessionId, at, part }) => {
      openDraft(repositories, sessionId)
      const texts = new Map<KeptPart, string | null>()
      for (const [stored, text] of textsAt(sessionId, at)) {
        if (part !== null && historyPartOf(stored) !== part) continue
        if (text === undefined) throw fieldError(historyPartOf(stored), 'unreadable')
        if (isSectionId(stored)) refuseOverwriting(notes.section(sessionId, stored))
        texts.set(stored, text)
      }
      const { undoneBy, unreadable } = history.restore(sessionId, texts, at)
      if (unreadable !== null) throw fieldError(historyPartOf(unreadable), 'unreadable')
      const savedAt = clock.now()
      sessions.touch(sessionId, savedAt)
      return { savedAt, undoneBy }
    }),
  }
}

/**
 * The moments of a history, the newest first: versions saved within a minute are one, unless it has a part
 * twice, because then something was deleted from the part in between.
 * @param heads in the order of saving
 */
export function momentsOf(heads: readonly DraftVersionHead[]): HistoryMoment[] {
  const moments: { heads: DraftVersionHead[]; parts: Set<string> }[] = []
  for (const head of heads) {
    const last = moments.at(-1)
    const first = last?.heads[0]
    const belongs =
      last &&
      first &&
      Date.parse(head.savedAt) - Date.parse(first.savedAt) < momentMilliseconds &&
      head.restoredFrom === first.restoredFrom &&
      !last.parts.has(head.part)
    if (belongs) {
      last.heads.push(head)
      last.parts.add(head.part)
    } else moments.push({ heads: [head], parts: new Set([head.part]) })
  }
  return moments.toReversed().map(({ heads: held }) => {
    const shown = new Set<HistoryPart>(held.map(({ part }) => historyPartOf(part)))
    return {
      at: held.at(-1)?.savedAt ?? '',
      parts: historyParts.filter((part) => shown.has(part)),
      restoredFrom: held[0]?.restoredFrom ?? null,
    }
  })
}

function toState(
  at: string,
  now: HistoryState['details'],
  texts: ReadonlyMap<KeptPart, string | null | undefined>,
): HistoryState {
  const marksOf = <T extends { id: string }>(of: MapMark, form: z.ZodType<{ mark: T; createdAt: string }>): T[] =>
    [...texts]
      .flatMap(([part, text]) => (text && markOf(part)?.mark === of ? (read(form, text) ?? []) : []))
      .toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.mark.id, b.mark.id))
      .map(({ mark }) => mark)
  const measured = texts.get('measures')
  const detailed = texts.get('details')
  return {
    at,
    sections: sectionIds.map((section) => toSection(section, texts.get(section))),
    findings: marksOf('finding', findingForm),
    strokes: marksOf('stroke', strokeForm),
    treatedAreas: marksOf('area', areaForm),
    ...((measured && read(measuresForm, measured)) || nothingMeasured),
    details: (detailed && read(detailsForm, detailed)) || detailsOf(now),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A section as it was; one that cannot be read as it was written is shown as the text that is found in it. */
function toSection(section: SectionId, text: string | null | undefined): HistoryState['sections'][number] {
  if (text === null) return { section, document: emptyDocument, plainText: '', updatedAt: null }
  const document = text === undefined ? null : read(noteDocument, text)
  const words = document ? plainText(document) : wordsIn(text ?? '')
  return { section, document, plainText: words, updatedAt: null }
}

/** Every text in a document that this version cannot read. */
function wordsIn(document: string): string {
  const words: string[] = []
  try {
    JSON.parse(document, (key, value: unknown) => {
      if (key === 'text' && typeof value === 'string') words.push(value)
      return value
    })
  } catch {
    return ''
  }
  return words.join('\n')
}
