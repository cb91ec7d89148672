// How long a client's record has to be kept: the practice's own rule, and rules that associations and laws state.
import { z } from 'zod'

/** A rule: years after the last entry, and for clients under age years after they come of age. */
export const retentionRule = z.strictObject({
  yearsAfterLast: z.int().min(1).max(100),
  /** Null where clients under age have no rule of their own. */
  minors: z.strictObject({ ageOfMajority: z.int().min(14).max(25), yearsAfter: z.int().min(0).max(100) }).nullable(),
})
export type RetentionRule = z.infer<typeof retentionRule>

interface RetentionPreset {
  readonly name: string
  readonly rule: RetentionRule
  /** Who says so, and what. */
  readonly source: string
}

/**
 * Rules to begin with. Each is what its source was found to say; a practice checks it against the rules that bind it. Where a
 * source says nothing of clients under age, there is no rule for them here either.
 */
export const retentionPresets = {
  'ontario-cmto': {
    name: 'Ontario (CMTO)',
    rule: { yearsAfterLast: 10, minors: { ageOfMajority: 18, yearsAfter: 10 } },
    source:
      'College of Massage Therapists of Ontario, record keeping: ten years after the last entry; for minors ten years after the 18th birthday.',
  },
  'alberta-cmmota': {
    name: 'Alberta (CMMOTA)',
    rule: { yearsAfterLast: 10, minors: null },
    source: 'CMMOTA, record keeping: ten years. Nothing is known here about minors.',
  },
  'new-jersey': {
    name: 'New Jersey',
    rule: { yearsAfterLast: 7, minors: null },
    source:
      'New Jersey Administrative Code 13:37A-5.2: seven years from the last entry. Nothing is known here about minors.',
  },
  'new-york': {
    name: 'New York',
    rule: { yearsAfterLast: 6, minors: { ageOfMajority: 18, yearsAfter: 4 } },
    source: 'New York, as reported: six years, for minors until the age of 22. Set here as 18 years and 4 more.',
  },
  'north-carolina': {
    name: 'North Carolina',
    rule: { yearsAfterLast: 4, minors: null },
    source: 'North Carolina, as reported: four years, then destroyed. Nothing is known here about minors.',
  },
  ncbtmb: {
    name: 'NCBTMB (United States)',
    rule: { yearsAfterLast: 4, minors: null },
    source: 'NCBTMB: at least four years. The law of your state may ask for more. Nothing is known here about minors.',
  },
  'uk-insurers': {
    name: 'United Kingdom, insurers',
    rule: { yearsAfterLast: 7, minors: { ageOfMajority: 18, yearsAfter: 7 } },
    source: 'Therapists’ insurers in the United Kingdom: seven years; for minors seven years after the 18th birthday.',
  },
  'uk-fht': {
    name: 'United Kingdom, FHT insurance',
    rule: { yearsAfterLast: 10, minors: { ageOfMajority: 18, yearsAfter: 10 } },
    source: 'As the insurance of the FHT wants it: ten years; for minors ten years after the 18th birthday.',
  },
} as const satisfies Readonly<Record<string, RetentionPreset>>

export type RetentionPresetId = keyof typeof retentionPresets
const presetIds = Object.keys(retentionPresets) as [RetentionPresetId, ...RetentionPresetId[]]

/** The rule that the practice has chosen, and whether it is one of the list or its own. */
export const chosenRetention = z.strictObject({ preset: z.enum(['own', ...presetIds]), rule: retentionRule })
export type ChosenRetention = z.infer<typeof chosenRetention>

export const presetsInOrder: readonly RetentionPresetId[] = presetIds
