// All use cases on one open database, by channel.
import type { ServiceChannel } from '#shared/contract/contract.ts'
import { regionById } from '#shared/domain/bodymap/regions.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import { createRepositories, type Repositories } from '../database/repositories/repositories.ts'
import { createAuditService } from './audit/auditService.ts'
import { createRecorder, silentRecorder } from './audit/recorder.ts'
import { withAudit } from './audit/withAudit.ts'
import { createBinService, emptyOldBin } from './bin/binService.ts'
import { observeClock, timePassed } from './bin/timePassed.ts'
import { createFindingService } from './bodymap/findingService.ts'
import { createNoGoService } from './bodymap/noGoService.ts'
import { refuseUnknownRegions } from './bodymap/places.ts'
import { createStrokeService } from './bodymap/strokeService.ts'
import { createTreatedAreaService } from './bodymap/treatedAreaService.ts'
import { createVisitService } from './bodymap/visitService.ts'
import { createClientService } from './clients/clientService.ts'
import { createClosingService } from './closing/closingService.ts'
import { createConsentService } from './consents/consentService.ts'
import { createCopyService } from './copies/copyService.ts'
import { withDraftSaving } from './drafts/draftService.ts'
import { createDraftHistory } from './history/draftHistory.ts'
import { createHealthService } from './health/healthService.ts'
import { createHistoryService } from './history/historyService.ts'
import { keepHistory } from './history/keepHistory.ts'
import { createPatientFileService } from './patientFile/patientFileService.ts'
import { createPeopleService } from './people/peopleService.ts'
import { createPhraseService } from './phrases/phraseService.ts'
import { createPracticeService } from './practice/practiceService.ts'
import { createRetentionService } from './retention/retentionService.ts'
import type { Handlers, OpenCopies, Surroundings } from './services.ts'
import { createBesideService } from './sessions/besideService.ts'
import { createLastTimeService } from './sessions/lastTimeService.ts'
import { createSalvageService } from './salvage/salvageService.ts'
import { createSessionService } from './sessions/sessionService.ts'
import { createSuggestionService } from './sessions/suggestionService.ts'
import { createAddendumService } from './signing/addendumService.ts'
import { previewSeal } from './signing/chainSeals.ts'
import { signedKinds } from './signing/kinds/signedKinds.ts'
import { createRecordService } from './signing/recordService.ts'
import { sealKeyOf } from './signing/sealKey.ts'
import { createSealer } from './signing/sealing.ts'
import { createSigningService } from './signing/signingService.ts'
import { createTemplateService } from './templates/templateService.ts'
import { createWorkspaceService } from './workspace/workspaceService.ts'

/** The operations of the services on an open database; those on the vault's files are handled where it is opened. */
export type DatabaseChannel = Exclude<ServiceChannel, `vault:${string}` | `backup:${string}`>

/** The use cases over the repositories of one open database. */
function servicesOf(
  repositories: Repositories,
  surroundings: Surroundings,
  isReadOnly: boolean,
  copies: OpenCopies,
): Handlers<DatabaseChannel> {
  const history = createDraftHistory(repositories, surroundings.clock)
  const recorder = isReadOnly ? silentRecorder : createRecorder(repositories, surroundings.clock)
  const seal = createSealer(repositories, surroundings, signedKinds)
  const services = {
    ...createPracticeService(repositories, surroundings),
    ...createWorkspaceService(repositories),
    ...createClientService(repositories, surroundings),
    ...createPeopleService(repositories, surroundings),
    ...createConsentService(repositories, surroundings, (kind, id) => void seal(kind, id)),
    ...createSessionService(repositories, surroundings),
    ...createLastTimeService(repositories),
    ...createBesideService(repositories, surroundings),
    ...createSuggestionService(repositories),
    ...createFindingService(repositories, surroundings, regionById),
    ...createStrokeService(repositories, surroundings),
    ...createTreatedAreaService(repositories, surroundings, regionById),
    ...createNoGoService(repositories, surroundings, regionById),
    ...createHealthService(repositories, surroundings, {
      signReview: (id) => void seal('health', id),
      refuseUnknownRegions: (path, regionIds, known) => refuseUnknownRegions(path, regionIds, known, regionById),
    }),
    ...createVisitService(repositories),
    ...createSigningService(repositories, surroundings),
    ...createAddendumService(repositories, surroundings),
    ...createRecordService(repositories, surroundings),
    ...createTemplateService(repositories, surroundings),
    ...createBinService(repositories, surroundings),
    ...createRetentionService(repositories, surroundings, {
      timePassed: () => timePassed(repositories, surroundings),
      signErasure: (id) => void seal('erasure', id),
    }),
    ...createPatientFileService(repositories, surroundings, () => previewSeal(repositories, surroundings)),
    ...createPhraseService(repositories, surroundings),
    ...createHistoryService(repositories, surroundings, history),
    ...createAuditService(repositories),
    ...createClosingService(repositories, surroundings),
    ...createCopyService(repositories, surroundings, {
      copies,
      record: (act, work) =>
        recorder.record(() => {
          const { answer, records } = work()
          return { answer, entries: recorder.due(act, records) }
        }),
    }),
    ...createSalvageService(repositories),
  }
  const saving = withDraftSaving(keepHistory(services, repositories, history), repositories, history.close)
  return withAudit(saving, recorder)
}

/**
 * The handlers of every operation on the database: ordinary synchronous functions that take validated input.
 * They throw AppError for what the rules refuse, and SQLite's errors unchanged.
 * @param copies none unless given
 */
export const createServices = (
  database: OpenDatabase,
  surroundings: Surroundings,
  copies: OpenCopies = noCopies,
): Handlers<DatabaseChannel> => servicesOf(createRepositories(database), surroundings, isReadOnly(database), copies)

const noCopies: OpenCopies = () => undefined

const isReadOnly = ({ onlyRead }: OpenDatabase) => onlyRead !== null

/**
 * The same for a vault that was just opened: what has been in the bin long enough is removed first, and the
 * vault gets its key for seals if it has none.
 */
export function openServices(
  database: OpenDatabase,
  surroundings: Surroundings,
  copies: OpenCopies = noCopies,
): Handlers<DatabaseChannel> {
  const repositories = createRepositories(database)
  try {
    observeClock(repositories, surroundings)
    emptyOldBin(repositories, surroundings)
    sealKeyOf(repositories, surroundings)
  } catch {
    // No reason to keep the vault closed: an error such as a full disk is reported when something is written. The bin's list
    // tries again, and so does the first seal.
  }
  return servicesOf(repositories, surroundings, isReadOnly(database), copies)
}
