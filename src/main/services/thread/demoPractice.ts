// The practice of a demo vault.
import type { PracticeFields } from '#shared/domain/practice.ts'

export const demoPractice: PracticeFields = {
  name: 'Demo practice',
  therapistName: '',
  credentials: '',
  licenceNumber: '',
  address: '',
  phone: '',
}
