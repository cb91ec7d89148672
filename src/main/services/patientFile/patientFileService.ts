// Puts together everything that a patient file prints.
import type { PatientFile, PatientFileOptions } from '#shared/contract/patientFile.ts'
import { fullName } from '#shared/domain/client.ts'
import { suggestedFileName } from '#shared/domain/patientFile/pageFrame.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { toClientRecord } from '../../records/client.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { readSessions, type NumberedSession } from '../../records/session.ts'

const isInRange = ({ row }: NumberedSession, { from, to }: PatientFileOptions) => {
  const day = row.serviceStart.slice(0, 10)
  return (from === null || day >= from) && (to === null || day <= to)
}

/** @param sealNow makes a seal of the newest signature; null where there is none */
export function createPatientFileService(
  repositories: Repositories,
  { clock }: Surroundings,
  sealNow: () => PatientFile['seal'],
): Handlers<'patientFile:compose' | 'patientFile:frame'> {
  const { clients, practice, sessions } = repositories

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
        seal: sealNow(),
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
