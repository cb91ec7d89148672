// Consents from their rows: the practice's rules, what a client has agreed to, and what a session still needs.
import { z } from 'zod'
import type { ConsentLack, ConsentRecord } from '#shared/contract/consents.ts'
import { endingCauses, newConsent } from '#shared/domain/consent/consent.ts'
import {
  consentForm,
  consentNeeds,
  isUnderAge,
  places,
  type ConsentNeed,
  type ConsentRules,
} from '#shared/domain/consent/forms.ts'
import { consentState, lastDay, type JudgedConsent } from '#shared/domain/consent/validity.ts'
import { dayAt, dayOfWallTime, type Clock } from '#shared/domain/time.ts'
import type { WholeConsent } from '../database/repositories/consentRepository.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import type { SessionRow } from '../database/repositories/sessionRepository.ts'
import { found } from './found.ts'
import { decodePoints } from './marks.ts'

/** The practice's rules; null while none are chosen. Forms of a newer version are left out. */
export function readConsentRules({ consents }: Pick<Repositories, 'consents'>): ConsentRules | null {
  const stored = consents.rules()
  if (stored === null) return null
  return {
    place: places.find((place) => place === stored.place) ?? 'own',
    ageOfMajority: stored.ageOfMajority,
    forms: stored.forms.flatMap((form) => consentForm.safeParse(form).data ?? []),
  }
}

/** A consent that this version knows all of, with what says whether it holds; null for one of a newer version. */
function readConsent(
  { consents }: Pick<Repositories, 'consents'>,
  clock: Clock,
  row: WholeConsent,
): (z.infer<typeof newConsent> & JudgedConsent) | null {
  const { givenAt, givenOffset, marks, ...fields } = row
  const known = newConsent.safeParse({
    ...fields,
    marks: marks.map((mark) => ({ ...mark, points: mark.points && decodePoints(mark.points) })),
  })
  if (!known.success) return null
  const latest = consents.latestSignedSince(row.id) ?? givenAt
  const cause = consents.withdrawalOf(row.id)?.cause
  return {
    ...known.data,
    givenOn: dayAt(givenAt, givenOffset),
    // A cause of a newer version ends it as well.
    endedBy: cause === undefined ? null : (endingCauses.find((one) => one === cause) ?? 'withdrawn'),
    latestKnownDay: dayAt(latest, clock.offsetAt(latest)),
  }
}

/** What a client has agreed to, newest first. */
export function readConsents(repositories: Repositories, clock: Clock, clientId: string): ConsentRecord[] {
  const { consents, signatures } = repositories
  const today = dayOfWallTime(clock.wallNow())
  return consents.ofClient(clientId).flatMap((row): ConsentRecord[] => {
    const consent = readConsent(repositories, clock, row)
    const signature = signatures.of(row.id)
    if (consent === null || !signature) return []
    const { endedBy, ...fields } = consent
    const { givenOn } = fields
    const ending = consents.withdrawalOf(row.id)
    return [
      {
        ...fields,
        givenAt: row.givenAt,
        givenOffset: row.givenOffset,
        ending:
          ending && endedBy
            ? { cause: endedBy, remark: ending.remark, at: ending.withdrawnAt, offset: ending.withdrawnOffset }
            : null,
        state: consentState(consent, { sessionId: fields.atVisit, day: today < givenOn ? givenOn : today, today }),
        lastDay: lastDay(fields.validity, givenOn),
        sequence: signature.sequence,
        signerName: signature.signerName,
      },
    ]
  })
}

/** The consents that a session needs for what is treated in it, and does not have. */
export function readNeeds(repositories: Repositories, clock: Clock, session: SessionRow): ConsentNeed[] {
  const rules = readConsentRules(repositories)
  if (rules === null) return []
  const { consents, treatedAreas, clients } = repositories
  const held = consents
    .ofClient(session.clientId)
    .flatMap((row) => readConsent(repositories, clock, row) ?? [])
    .filter(({ id }) => repositories.signatures.of(id))
  const day = dayOfWallTime(session.serviceStart)
  return consentNeeds(rules, held, {
    regionIds: treatedAreas.ofSessions([session.id]).flatMap(({ regionIds }) => regionIds),
    isUnderAge: isUnderAge(found(clients.byId(session.clientId)).dateOfBirth, day, rules),
    occasion: { sessionId: session.id, day, today: dayOfWallTime(clock.wallNow()) },
  })
}

/** What was lacking when a note was signed. */
export const readLacks = ({ consents }: Pick<Repositories, 'consents'>, sessionId: string): ConsentLack[] =>
  consents.lacksOf(sessionId).map(({ sessionId: _, ...lack }) => ({ ...lack, regionIds: [...lack.regionIds] }))
