// Use cases of the practice's own data and settings.
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { defaultSettings } from '#shared/domain/practice.ts'
import type { PracticeRow } from '../../database/repositories/practiceRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../refusals.ts'
import type { Handlers, Surroundings } from '../services.ts'

const toRecord = (row: PracticeRow): PracticeRecord => ({
  practice: {
    name: row.name,
    therapistName: row.therapistName,
    credentials: row.credentials,
    licenceNumber: row.licenceNumber,
    address: row.address,
    phone: row.phone,
  },
  settings: { idleMinutes: row.idleMinutes, paperSize: row.paperSize, clientNameInFileName: row.clientNameInFileName },
})

/** Reads and keeps the practice. The first save makes its row, with the default settings. */
export function createPracticeService(
  { practice: rows }: Repositories,
  { clock }: Surroundings,
): Handlers<'practice:get' | 'practice:save' | 'practice:saveSettings'> {
  const get = () => toRecord(found(rows.get()))

  return {
    'practice:get': get,

    'practice:save': ({ practice }) => {
      if (rows.get()) rows.update(practice)
      else rows.insert({ id: 1, ...practice, ...defaultSettings, recoveryConfirmedAt: null, createdAt: clock.now() })
      return get()
    },

    'practice:saveSettings': ({ settings }) => {
      found(rows.get())
      rows.update(settings)
      return get()
    },
  }
}
