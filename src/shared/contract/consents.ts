// Operations on consents: the practice's rules, a client's consents and their withdrawal, and what a session still needs.
import { z } from 'zod'
import { consentKinds, endingCauses, newConsent, newWithdrawal } from '../domain/consent/consent.ts'
import { consentRules } from '../domain/consent/forms.ts'
import { consentStates } from '../domain/consent/validity.ts'
import { utcOffset } from '../domain/time.ts'
import { audited, changesPractice, read } from './operation.ts'

const id = z.uuid()
const done = z.strictObject({})
const chosen = z.strictObject({ rules: consentRules.nullable() })

/** A signed consent, as it is stored, and whether it holds today. */
export const consentRecord = z.strictObject({
  ...newConsent.shape,
  givenAt: z.string(),
  givenOffset: utcOffset,
  /** What {@link consentState} judges it by, beside the rest. */
  givenOn: z.string(),
  latestKnownDay: z.string(),
  /** How it ended before its time. */
  ending: z
    .strictObject({ cause: z.enum(endingCauses), remark: z.string(), at: z.string(), offset: utcOffset })
    .nullable(),
  /** Today, outside of any session. */
  state: z.enum(consentStates),
  /** The last day on which it holds by itself; null where no day ends it. */
  lastDay: z.string().nullable(),
  /** Its place in the chain of signatures, and the therapist who signed it. */
  sequence: z.int(),
  signerName: z.string(),
})
export type ConsentRecord = z.infer<typeof consentRecord>

export const consentNeed = z.strictObject({
  formId: z.string(),
  kind: z.enum(consentKinds),
  name: z.string(),
  regionIds: z.array(z.string()),
})

/** A consent that was lacking when a note was signed. */
export const consentLack = z.strictObject({
  id,
  kind: z.string(),
  name: z.string(),
  regionIds: z.array(z.string()),
  reason: z.string(),
  statedAt: z.string(),
  statedOffset: utcOffset,
})
export type ConsentLack = z.infer<typeof consentLack>

const rulesChanged = audited('settings changed', 'practice')
const readsOfConsents = ['consent:ofClient', 'consent:needed'] as const

export const consentOperations = {
  /** The practice's rules; null while no place is chosen. */
  'consent:rules': read(done, chosen),
  'consent:saveRules': changesPractice(chosen, done, rulesChanged, ['consent:rules', ...readsOfConsents]),
  /** A client's consents, newest first, whether they are under age today by the practice's rule, and who may sign for them. */
  'consent:ofClient': read(
    z.strictObject({ clientId: id }),
    z.strictObject({
      consents: z.array(consentRecord),
      isUnderAge: z.boolean().nullable(),
      guardians: z.array(z.string()),
    }),
  ),
  /** Signs a consent. VALIDATION `mark_missing`, `guardian_missing`, `regions_missing`, `visit_missing` where something lacks. */
  'consent:give': changesPractice(
    z.strictObject({ consent: newConsent }),
    done,
    audited('signed', 'consent', (input) => input.consent.id),
    readsOfConsents,
  ),
  /** Ends a consent before its time, for good. */
  'consent:withdraw': changesPractice(
    z.strictObject({ withdrawal: newWithdrawal }),
    done,
    audited('changed', 'consent', (input) => input.withdrawal.consentId),
    readsOfConsents,
  ),
  /** The consents that a session needs and does not have, as it is stored; of a signed one, what was lacking and why. */
  'consent:needed': read(
    z.strictObject({ sessionId: id }),
    z.strictObject({ needs: z.array(consentNeed), lacks: z.array(consentLack) }),
  ),
} as const
