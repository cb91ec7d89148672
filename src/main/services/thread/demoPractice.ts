// The practice of a demo vault.
import type { PracticeFields } from '#shared/domain/practice.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import type { Surroundings } from '../services.ts'

/** A demo vault, filled with invented people. */
export interface Demo {
  readonly passphrase: string
  readonly fill: (database: OpenDatabase, surroundings: Surroundings) => void
}

export const demoPractice: PracticeFields = {
  name: 'Demo practice',
  therapistName: '',
  credentials: '',
  licenceNumber: '',
  address: '',
  phone: '',
}
