// Use cases of the practice's own data and settings.
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { isMeasureId } from '#shared/domain/measures.ts'
import type { PracticeRow } from '../../database/repositories/practiceRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'

const toRecord = (row: PracticeRow, measures: readonly string[]): PracticeRecord => ({
  practice: {
    name: row.name,
    therapistName: row.therapistName,
    credentials: row.credentials,
    licenceNumber: row.licenceNumber,
    address: row.address,
    phone: row.phone,
  },
  settings: {
    idleMinutes: row.idleMinutes,
    paperSize: row.paperSize,
    clientNameInFileName: row.clientNameInFileName,
    draftLimitHours: row.draftLimitHours,
    showsTimedUnits: row.showsTimedUnits,
    measures: measures.filter(isMeasureId),
    emergencyPerson: row.emergencyPerson,
  },
})

/** Reads and keeps the practice. The first save makes its row, with the default settings. */
export function createPracticeService(
  { practice: rows, measures: asked, atomic }: Repositories,
  { clock }: Surroundings,
): Handlers<'practice:get' | 'practice:save' | 'practice:saveSettings'> {
  const get = () => toRecord(found(rows.get()), asked.askedByPractice())

  return {
    'practice:get': get,

    'practice:save': ({ practice }) => {
      if (rows.get()) rows.update(practice)
      else rows.insert(practice, { recoveryConfirmedAt: null, createdAt: clock.now() })
      return get()
    },

    'practice:saveSettings': atomic(({ settings: { measures, ...settings } }) => {
      found(rows.get())
      rows.update(settings)
      asked.askInPractice(measures)
      return get()
    }),
  }
}
