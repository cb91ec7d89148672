// Collects everything that a patient file prints.
import type { Input, Output } from '#shared/contract/contract.ts'
import type { PatientFile, PatientFileOptions } from '#shared/contract/patientFile.ts'
import { fullName } from '#shared/domain/client.ts'
import { suggestedFileName } from '#shared/domain/patientFile/pageFrame.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { toClientRecord } from '../../records/client.ts'
import { found } from '../../records/found.ts'
import { readKnownHealth } from '../../records/health.ts'
import type { Steps } from '../../jobs/jobs.ts'
import { readSessions, type NumberedSession } from '../../records/session.ts'
import type { Handlers, Surroundings } from '../services.ts'

/** How many sessions are read with the same few statements. */
const stretchLength = 10

const isInRange = ({ row }: NumberedSession, { from, to }: PatientFileOptions) => {
  const day = row.serviceStart.slice(0, 10)
  return (from === null || day >= from) && (to === null || day <= to)
}

/** @param sealNow makes a seal of the newest signature; null where there is none */
export function createPatientFileService(
  repositories: Repositories,
  { clock }: Surroundings,
  sealNow: () => PatientFile['seal'],
): Handlers<'patientFile:compose' | 'print:compose' | 'patientFile:frame'> {
  const { clients, practice, sessions } = repositories

  function* compose({ clientId, options }: Input<'print:compose'>): Steps<Output<'print:compose'>, 'patient file'> {
    const client = found(clients.byId(clientId))
    const { name, therapistName, credentials, licenceNumber, address, phone } = found(practice.get())
    const numbered = sessions
      .ofClient(clientId)
      .map((row, index) => ({ row, number: index + 1 }))
      .filter((session) => isInRange(session, options))
      .toReversed()
    const read: PatientFile['sessions'] = []
    for (let done = 0; done < numbered.length; done += stretchLength) {
      yield { stage: 'composing', done, total: numbered.length }
      // Each as it is now: a draft may have been changed or signed since the job began.
      const asTheyAre = numbered.slice(done, done + stretchLength).flatMap(({ row: { id }, number }) => {
        const row = sessions.byId(id)
        return row === undefined || row.discardedAt !== null ? [] : [{ row, number }]
      })
      read.push(...readSessions(repositories, client, asTheyAre))
    }
    const health = readKnownHealth(repositories, clientId)
    return {
      practice: { name, therapistName, credentials, licenceNumber, address, phone },
      client: toClientRecord(client),
      options,
      // Last, so that the seal covers whatever was signed meanwhile, too.
      composedAt: clock.now(),
      seal: sealNow(),
      health: health.current && health,
      sessions: read
        .filter((session) => options.includeDrafts || session.signature !== null)
        .map((session) => ({
          ...session,
          privateRemark: options.includePrivateRemarks ? session.privateRemark : '',
          addenda: session.addenda.filter((addendum) => addendum.signature !== null),
        })),
    }
  }

  return {
    'patientFile:frame': ({ clientId }) => {
      const { name: practiceName, clientNameInFileName } = found(practice.get())
      const clientName = fullName(toClientRecord(found(clients.byId(clientId))).fields)
      const fileName = suggestedFileName({ clientId, clientName, composedAt: clock.now() }, { clientNameInFileName })
      return { practiceName, clientName, fileName }
    },

    'patientFile:compose': compose,
    'print:compose': compose,
  }
}
