// The number keys of the kinds of finding: "1" to "9", then "0", for the first ten.
import { findingKinds, type FindingKind } from '#shared/domain/bodymap/finding.ts'

/** The key of the kind at a place of the legend, or null. */
export const keyOfKind = (index: number): string | null => (index < 10 ? String((index + 1) % 10) : null)

/** The kind that a key stands for, or undefined. */
export const kindOfKey = (key: string): FindingKind | undefined =>
  findingKinds.find((_, index) => keyOfKind(index) === key)?.id
