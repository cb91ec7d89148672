// The retention rule as the texts of its form, and back.
import {
  retentionPresets,
  retentionRule,
  type ChosenRetention,
  type RetentionPresetId,
} from '#shared/domain/retention/retentionRule.ts'
import { latinDigits } from '#shared/domain/text.ts'

export interface RuleTexts {
  /** The id of a rule of the list, `own`, or empty for none. */
  readonly preset: string
  readonly yearsAfterLast: string
  /** `yes`, or empty. */
  readonly hasMinors: string
  readonly ageOfMajority: string
  readonly yearsAfterMajority: string
}

/** The texts that a form begins with. */
export function textsOf(chosen: ChosenRetention | null): RuleTexts {
  const minors = chosen?.rule.minors ?? null
  return {
    preset: chosen?.preset ?? '',
    yearsAfterLast: String(chosen?.rule.yearsAfterLast ?? ''),
    hasMinors: minors === null ? '' : 'yes',
    ageOfMajority: String(minors?.ageOfMajority ?? ''),
    yearsAfterMajority: String(minors?.yearsAfter ?? ''),
  }
}

const numberOf = (text: string): number => {
  const digits = latinDigits(text).trim()
  return /^\d{1,3}$/u.test(digits) ? Number(digits) : Number.NaN
}

type Reading =
  | { readonly value: ChosenRetention | null }
  | { readonly problems: Partial<Readonly<Record<keyof RuleTexts, string>>> }

/** The rule that the texts state, or what is wrong with each of them. */
export function readRule(texts: Readonly<Record<keyof RuleTexts, string>>): Reading {
  const { preset } = texts
  if (preset === '') return { value: null }
  if (preset !== 'own') {
    const id = preset as RetentionPresetId
    return { value: { preset: id, rule: retentionPresets[id].rule } }
  }
  const { shape } = retentionRule
  const ofMinors = shape.minors.unwrap().shape
  const yearsAfterLast = shape.yearsAfterLast.safeParse(numberOf(texts.yearsAfterLast))
  const hasMinors = texts.hasMinors === 'yes'
  const ageOfMajority = ofMinors.ageOfMajority.safeParse(numberOf(texts.ageOfMajority))
  const yearsAfter = ofMinors.yearsAfter.safeParse(numberOf(texts.yearsAfterMajority))
  if (yearsAfterLast.success && !hasMinors) {
    return { value: { preset, rule: { yearsAfterLast: yearsAfterLast.data, minors: null } } }
  }
  if (yearsAfterLast.success && ageOfMajority.success && yearsAfter.success) {
    const minors = { ageOfMajority: ageOfMajority.data, yearsAfter: yearsAfter.data }
    return { value: { preset, rule: { yearsAfterLast: yearsAfterLast.data, minors } } }
  }
  return {
    problems: {
      ...(!yearsAfterLast.success && { yearsAfterLast: 'From 1 to 100 years' }),
      ...(hasMinors && !ageOfMajority.success && { ageOfMajority: 'From 14 to 25 years' }),
      ...(hasMinors && !yearsAfter.success && { yearsAfterMajority: 'From 0 to 100 years' }),
    },
  }
}
