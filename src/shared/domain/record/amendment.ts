// Additions to a signed note: an addendum (something new) or an amendment (corrects an error).
import { z } from 'zod'
import { amendedParts } from '../note/parts.ts'
import { longText } from '../text.ts'

export const addendumKinds = ['addendum', 'amendment'] as const
export type AddendumKind = (typeof addendumKinds)[number]

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
