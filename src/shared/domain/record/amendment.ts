// What is added to a signed note: an addendum (something new) or an amendment (corrects an error).
import { z } from 'zod'
import { sectionIds, sectionNames } from '../note/sections.ts'
import { longText } from '../text.ts'

export const addendumKinds = ['addendum', 'amendment'] as const
export type AddendumKind = (typeof addendumKinds)[number]

/** The parts of a note that an amendment can correct and that are no sections. */
export const partsBesideSections = ['details', 'measures', 'treatment', 'body map'] as const

/** The parts of a note that an amendment can correct: its sections, and what stands beside them. */
export const amendedParts = [...sectionIds, ...partsBesideSections] as const
export type AmendedPart = (typeof amendedParts)[number]

/** As the screen and the paper name them. */
export const amendedPartNames: Readonly<Record<AmendedPart, string>> = {
  ...sectionNames,
  details: 'Date, time and place',
  measures: 'Measures',
  treatment: 'Treatment',
  'body map': 'Body map',
}

/** What an amendment corrects and why. Exactly one of `part` and `addendumId` is given. */
export const correction = z
  .strictObject({
    part: z.enum(amendedParts).nullable(),
    /** A signed addendum to the same note. */
    addendumId: z.uuid().nullable(),
    /** Why; may be empty while it is a draft. */
    reason: longText,
  })
  .refine(({ part, addendumId }) => (part === null) !== (addendumId === null), 'one_target')
export type Correction = z.infer<typeof correction>
