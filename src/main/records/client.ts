// The client's record from its row.
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { ClientRow } from '../database/repositories/clientRepository.ts'

/** The client's record as the contract gives it. */
export const toClientRecord = (row: ClientRow): ClientRecord => ({
  id: row.id,
  fields: {
    firstName: row.firstName,
    lastName: row.lastName,
    preferredName: row.preferredName,
    pronouns: row.pronouns,
    dateOfBirth: row.dateOfBirth,
    phone: row.phone,
    email: row.email,
    address: row.address,
    occupation: row.occupation,
    emergencyContact: row.emergencyContact,
    referringProvider: row.referringProvider,
    alert: row.alert,
  },
  isArchived: row.archivedAt !== null,
  revision: row.revision,
  createdAt: row.createdAt,
  defaultTemplateId: row.defaultTemplateId,
})
