// The registry: every kind of record that can be signed. Sealing, verifying, and the findings of the record use it, and
// name none of them.
import { addendum, amendment } from './addition.ts'
import { consent, lack, withdrawal } from './consent.ts'
import { erasure } from './erasure.ts'
import { health } from './health.ts'
import { note } from './note.ts'
import type { SignedKind } from './signedKind.ts'

/**
 * Kinds by their ids. An id is of lower-case letters and never changes: it stands in vaults, in signed forms, and in the name
 * of the kind's own rule in the database (`signature_of_<id>`).
 */
export type SignedKinds<Id extends string = string> = Readonly<Record<Id, SignedKind>>

export const signedKinds = {
  note,
  addendum,
  amendment,
  erasure,
  health,
  consent,
  withdrawal,
  lack,
} as const satisfies SignedKinds

/** The kind of an id that is stored; undefined where this version of the app does not know it. */
export const kindOf = (kinds: SignedKinds, id: string): SignedKind | undefined =>
  Object.hasOwn(kinds, id) ? kinds[id] : undefined
