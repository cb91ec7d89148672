// All repositories of one open database.
import type { OpenDatabase } from '../openDatabase.ts'
import { signAnswer } from '../schema.ts'
import { createAuditRepository } from './auditRepository.ts'
import { createBinRepository } from './binRepository.ts'
import { createBodyMarkRepository } from './bodyMarkRepository.ts'
import { createClientRepository } from './clientRepository.ts'
import { createClockRepository } from './clockRepository.ts'
import { createConsentRepository } from './consentRepository.ts'
import { createDraftVersionRepository } from './draftVersionRepository.ts'
import { createErasureRepository } from './erasureRepository.ts'
import { createHealthRepository } from './healthRepository.ts'
import { createMeasureRepository } from './measureRepository.ts'
import { createNoGoRepository } from './noGoRepository.ts'
import { createNoteRepository } from './noteRepository.ts'
import { createOriginRepository } from './originRepository.ts'
import { createPeopleRepository } from './peopleRepository.ts'
import { createPhraseRepository } from './phraseRepository.ts'
import { createPracticeRepository } from './practiceRepository.ts'
import { createPrivateRemarkRepository } from './privateRemarkRepository.ts'
import { createRetentionRepository } from './retentionRepository.ts'
import { createSalvageRepository } from './salvageRepository.ts'
import { createSealRepository } from './sealRepository.ts'
import { createSessionItemRepository } from './sessionItemRepository.ts'
import { createSessionRepository } from './sessionRepository.ts'
import { createSessionRows } from './sessionRows.ts'
import { createSignatureRepository } from './signatureRepository.ts'
import { createTemplateRepository } from './templateRepository.ts'
import { createTombstoneRepository } from './tombstoneRepository.ts'
import { createTimerRepository } from './timerRepository.ts'
import { createWholeSessionRepository } from './wholeSessionRepository.ts'
import { createWorkspaceRepository } from './workspaceRepository.ts'

export type Repositories = ReturnType<typeof createRepositories>

/** Prepares every statement once; the result lives as long as the connection. */
export function createRepositories(database: OpenDatabase) {
  return {
    clients: createClientRepository(database),
    people: createPeopleRepository(database),
    consents: createConsentRepository(database),
    practice: createPracticeRepository(database),
    workspace: createWorkspaceRepository(database),
    sessions: createSessionRepository(database),
    origins: createOriginRepository(database),
    wholeSessions: createWholeSessionRepository(database),
    notes: createNoteRepository(database),
    ...createBodyMarkRepository(database),
    noGo: createNoGoRepository(database),
    healths: createHealthRepository(database),
    measures: createMeasureRepository(database),
    items: createSessionItemRepository(database),
    timer: createTimerRepository(database),
    remarks: createPrivateRemarkRepository(database),
    phrases: createPhraseRepository(database),
    draftVersions: createDraftVersionRepository(database),
    /** The questions that were asked before sessions were signed, in the order of asking. */
    signAnswers: createSessionRows(database, signAnswer, 'position, id'),
    templates: createTemplateRepository(database),
    bin: createBinRepository(database),
    clockBelief: createClockRepository(database),
    signatures: createSignatureRepository(database),
    seals: createSealRepository(database),
    retention: createRetentionRepository(database),
    erasures: createErasureRepository(database),
    tombstones: createTombstoneRepository(database),
    audit: createAuditRepository(database),
    salvages: createSalvageRepository(database),
    /** Wraps a function in a transaction; inside another one it is a savepoint. */
    atomic<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R {
      const transaction = database.sqlite.transaction(work)
      return (...args) => transaction.immediate(...args)
    },
  }
}
