// The practice's forms of consent, the regions that they guard, and which consents a session still needs.
import { z } from 'zod'
import { ageOn } from '../time.ts'
import { fieldText, isEachOnce, longText } from '../text.ts'
import { consentKinds, validities, type ConsentKind, type ConsentMark } from './consent.ts'
import { consentState, type JudgedConsent, type Occasion } from './validity.ts'

/** A form: its words, and when it is asked for. */
export const consentForm = z.strictObject({
  /** Stays the same when the form is changed. */
  id: z.string().min(1).max(100),
  kind: z.enum(consentKinds),
  name: fieldText.refine((name) => name !== '', 'name_missing'),
  text: longText.refine((text) => text !== '', 'text_missing'),
  validity: z.enum(validities),
  /** Regions that are not treated without it. */
  regionIds: z.array(z.string().min(1).max(100)).max(250).refine(isEachOnce, 'repeated'),
  /** Whether no session is signed without it. */
  isRequired: z.boolean(),
  offersWitness: z.boolean(),
  /** Whether the therapist draws a signature under it, too. */
  needsTherapist: z.boolean(),
})
export type ConsentForm = z.infer<typeof consentForm>

/** Places whose rules a practice can begin with, and its own. */
export const places = ['ontario', 'alberta', 'washington', 'texas', 'own'] as const
export type Place = (typeof places)[number]

/** The practice's rules for consents. */
export const consentRules = z.strictObject({
  place: z.enum(places),
  /** Who is younger needs a guardian. */
  ageOfMajority: z.int().min(14).max(25),
  forms: z
    .array(consentForm)
    .max(100)
    .refine((forms) => isEachOnce(forms.map(({ id }) => id)), 'repeated'),
})
export type ConsentRules = z.infer<typeof consentRules>

/**
 * Whether a client is under age on a day.
 * @returns null where the date of birth is not known, or no rule says
 */
export function isUnderAge(
  dateOfBirth: string | null,
  day: string,
  rules: Pick<ConsentRules, 'ageOfMajority'> | null,
): boolean | null {
  const age = ageOn(dateOfBirth, day)
  return age === null || rules === null ? null : age < rules.ageOfMajority
}

/** A consent that is asked for and not there. */
export interface ConsentNeed {
  readonly formId: string
  readonly kind: ConsentKind
  readonly name: string
  /** The treated regions that it is needed for; none where it is needed for the whole session. */
  readonly regionIds: readonly string[]
}

/** Why a consent that was needed is not there, as it was stated for these regions. */
export const consentReason = z.strictObject({
  formId: z.string().min(1).max(100),
  regionIds: z.array(z.string().min(1).max(100)).max(250),
  reason: fieldText.refine((reason) => reason !== '', 'reason_missing'),
})
export type ConsentReason = z.infer<typeof consentReason>

/** The reason that was stated for a need; undefined where none was, or one for other regions. */
export const reasonFor = (need: ConsentNeed, stated: readonly ConsentReason[]): string | undefined =>
  stated.find(({ formId, regionIds }) => formId === need.formId && need.regionIds.every((id) => regionIds.includes(id)))
    ?.reason

/** What of a consent says whether it covers something. */
export interface HeldConsent extends JudgedConsent {
  readonly kind: ConsentKind
  readonly regionIds: readonly string[]
  readonly marks: readonly Pick<ConsentMark, 'role'>[]
}

interface Treated {
  readonly regionIds: readonly string[]
  readonly isUnderAge: boolean | null
  readonly occasion: Occasion
}

/** The consents that are needed for what was treated and that no valid consent gives, in the order of the forms. */
export function consentNeeds(
  rules: ConsentRules | null,
  consents: readonly HeldConsent[],
  { regionIds, isUnderAge: isMinor, occasion }: Treated,
): ConsentNeed[] {
  if (rules === null) return []
  const valid = consents.filter(
    (consent) =>
      consentState(consent, occasion) === 'valid' &&
      // Of somebody under age no consent counts that only they have signed.
      (isMinor !== true || consent.marks.some(({ role }) => role === 'guardian')),
  )
  const treated = new Set(regionIds)
  const asked = new Set<string>()
  return rules.forms.flatMap(({ id: formId, kind, name, regionIds: guarded, isRequired }): ConsentNeed[] => {
    const open = guarded.filter(
      (region) =>
        treated.has(region) &&
        !asked.has(region) &&
        !valid.some((consent) => consent.kind === kind && consent.regionIds.includes(region)),
    )
    for (const region of open) asked.add(region)
    if (open.length > 0) return [{ formId, kind, name, regionIds: open }]
    const isForAll = kind === 'minor' ? isMinor === true : isRequired && guarded.length === 0
    return isForAll && !valid.some((consent) => consent.kind === kind) ? [{ formId, kind, name, regionIds: [] }] : []
  })
}
