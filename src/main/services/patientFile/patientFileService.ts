// Puts together everything that a patient file prints.
import type { PatientFileOptions } from '#shared/contract/patientFile.ts'
import { fullName } from '#shared/domain/client.ts'
import { suggestedFileName } from '#shared/domain/patientFile/pageFrame.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { toClientRecord } from '../clients/clientService.ts'
import { found } from '../refusals.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { previewSeal } from '../signing/chainSeals.ts'
import { readSessions, type NumberedSession } from '../sessions/sessionReader.ts'

const isInRange = ({ row }: NumberedSession, { from, to }: PatientFileOptions) => {
  const day = row.serviceStart.slice(0, 10)
  return (from === null || day >= from) && (to === null || day <= to)
}

export function createPatientFileService(
  repositories: Repositories,
  surroundings: Surroundings,
): Handlers<'patientFile:compose' | 'patientFile:frame'> {
  const { clients, practice, sessions } = repositories
  const { clock } = surroundings

  return {
    'patientFile:frame': ({ clientId }) => {
      const { name: practiceName, clientNameInFileName } = found(practice.get())
      const clientName = fullName(toClientRecord(found(clients.byId(clientId))).fields)
      const fileName = suggestedFileName({ clientId, clientName, composedAt: clock.now() }, { clientNameInFileName })
      return { practiceName, clientName, fileName }
    },

    'patientFile:compose': ({ clientId, options }) => {
      const client = found(clients.byId(clientId))
      const { name, therapistName, credentials, licenceNumber, address, phone } = found(practice.get())
      const numbered = sessions
        .ofClient(clientId)
        .map((row, index) => ({ row, number: index + 1 }))
        .filter((session) => isInRange(session, options))
        .toReversed()
      return {
        practice: { name, therapistName, credentials, licenceNumber, address, phone },
        client: toClientRecord(client),
        options,
        composedAt: clock.now(),
        seal: previewSeal(repositories, surroundings),
        sessions: readSessions(repositories, client, numbered)
          .filter((session) => options.includeDrafts || session.signature !== null)
          .map((session) => ({
            ...session,
            privateRemark: options.includePrivateRemarks ? session.privateRemark : '',
            addenda: session.addenda.filter((addendum) => addendum.signature !== null),
          })),
      }
    },
  }
}
