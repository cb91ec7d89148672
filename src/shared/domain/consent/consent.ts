// A consent: what was agreed to, the words that were shown, what was talked through, who put their mark under it.
import { z } from 'zod'
import { strokePointLimit } from '../bodymap/marks.ts'
import { fieldText, isEachOnce, longText } from '../text.ts'

export const consentKinds = ['treatment', 'sensitive area', 'minor', 'photograph', 'release', 'draping', 'own'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** What is talked through before somebody agrees, in this order. */
export const consentElements = [
  'nature',
  'benefit',
  'risk',
  'alternatives',
  'without treatment',
  'right to stop',
] as const
export type ConsentElement = (typeof consentElements)[number]

/** Until when a consent holds by itself; it can be withdrawn at any time. */
export const validities = [
  'this session',
  'six months',
  'one year',
  'until the plan changes',
  'until withdrawn',
] as const
export type Validity = (typeof validities)[number]

export const witnesses = ['not offered', 'offered', 'present'] as const

export const markRoles = ['client', 'guardian', 'therapist', 'witness'] as const
export type MarkRole = (typeof markRoles)[number]

const regionIds = z.array(z.string().min(1).max(100)).max(250).refine(isEachOnce, 'repeated')

/** The units of a signature's points: it is drawn on a pad of this size. */
export const padSize = { width: 1200, height: 350 } as const

const points = z
  .array(z.number().finite().min(-10_000).max(10_000))
  .min(3)
  // Several lines, each ended by a point of negative pressure.
  .max(strokePointLimit * 3)
  .refine((all) => all.length % 3 === 0, 'not_triples')

const name = fieldText.refine((text) => text !== '', 'name_missing')

/** A mark under a consent: a signature or initials that are drawn, or a name typed by somebody who cannot draw. */
export const consentMark = z.discriminatedUnion('manner', [
  z.strictObject({ role: z.enum(markRoles), manner: z.enum(['drawn', 'initials']), name, points }),
  z.strictObject({ role: z.enum(markRoles), manner: z.literal('typed'), name, points: z.null() }),
])
export type ConsentMark = z.infer<typeof consentMark>

/** A consent that is about to be signed. */
export const newConsent = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  /** The session that it is given for; null for none in particular. */
  atVisit: z.uuid().nullable(),
  kind: z.enum(consentKinds),
  /** What the form is called. */
  name,
  /** The words as they were shown. */
  text: longText.refine((text) => text !== '', 'text_missing'),
  /** BCP 47: the language of these words. */
  language: z.string().min(2).max(35),
  /** What is agreed to, in words; empty where the text says it all. */
  areas: fieldText,
  techniques: fieldText,
  draping: fieldText,
  /** The guarded regions that it is about. */
  regionIds,
  elements: z.array(z.enum(consentElements)).refine(isEachOnce, 'repeated'),
  validity: z.enum(validities),
  witness: z.enum(witnesses),
  marks: z.array(consentMark).min(1).max(6),
})
export type NewConsent = z.infer<typeof newConsent>

export const endingCauses = ['withdrawn', 'plan changed'] as const
export type EndingCause = (typeof endingCauses)[number]

/** The end of a consent before its time. */
export const newWithdrawal = z.strictObject({
  id: z.uuid(),
  consentId: z.uuid(),
  cause: z.enum(endingCauses),
  /** Who said so, and why, in the therapist's words; may be empty. */
  remark: fieldText,
})

/** What is wrong with a consent beside its fields; null when nothing is. */
export function consentProblem(
  { kind, regionIds: about, marks, validity, atVisit }: NewConsent,
  isUnderAge: boolean | null,
): 'regions_missing' | 'mark_missing' | 'guardian_missing' | 'visit_missing' | null {
  const has = (role: MarkRole) => marks.some((mark) => mark.role === role)
  if (kind === 'sensitive area' && about.length === 0) return 'regions_missing'
  if (validity === 'this session' && atVisit === null && kind !== 'release' && kind !== 'photograph') {
    return 'visit_missing'
  }
  if ((isUnderAge === true || kind === 'minor') && !has('guardian')) return 'guardian_missing'
  return has('client') || has('guardian') ? null : 'mark_missing'
}

/** Where a line of a drawn signature ends: the pressure of the point after its last one. */
const penUp = -1

/** The lines of a drawn signature, each x, y, pressure, point after point. */
export function linesOf(all: readonly number[]): number[][] {
  const lines: number[][] = [[]]
  for (let at = 0; at + 2 < all.length; at += 3) {
    if (all[at + 2] === penUp) lines.push([])
    else lines.at(-1)?.push(all[at] ?? 0, all[at + 1] ?? 0, all[at + 2] ?? 0)
  }
  return lines.filter((line) => line.length > 0)
}

/** The same lines as one list of points, as they are stored. */
export const pointsOfLines = (lines: readonly (readonly number[])[]): number[] =>
  lines.flatMap((line, index) => (index === 0 ? [...line] : [0, 0, penUp, ...line]))
