// The finding: one mark on the body map. Its kinds (the legend), its fields and their ranges.
import { z } from 'zod'
import { fieldText } from '../text.ts'
import { views } from './figure.ts'

/**
 * The kinds of finding of the default legend. There is no authoritative legend of massage symbols, so this is an
 * editable default. A symbol, a colour and a word each: never colour alone.
 */
export const findingKinds = [
  { id: 'pain', name: 'Pain', symbol: 'P', colour: '#b3261e' },
  { id: 'tender-point', name: 'Tender point', symbol: 'T', colour: '#a8480a' },
  { id: 'trigger-point', name: 'Trigger point', symbol: '✕', colour: '#8c1d40' },
  { id: 'hypertonicity', name: 'Hypertonicity', symbol: '≡', colour: '#8a5a00' },
  { id: 'spasm', name: 'Spasm', symbol: '≈', colour: '#5c6b00' },
  { id: 'adhesion', name: 'Adhesion', symbol: '#', colour: '#6b4f2a' },
  { id: 'inflammation', name: 'Inflammation / swelling', symbol: '◎', colour: '#c2185b' },
  { id: 'numbness', name: 'Numbness / tingling', symbol: '∿', colour: '#5b3fa6' },
  { id: 'restriction', name: 'Restriction', symbol: '⊣', colour: '#1d5fbf' },
  { id: 'weakness', name: 'Weakness', symbol: '↓', colour: '#00687a' },
  { id: 'scar', name: 'Scar', symbol: '†', colour: '#4a5568' },
  { id: 'bruise', name: 'Bruise', symbol: '●', colour: '#3f3d8f' },
  { id: 'avoid', name: 'Avoid', symbol: '⊘', colour: '#1f2328' },
] as const
export type FindingKind = (typeof findingKinds)[number]['id']

const kindIds = findingKinds.map((kind) => kind.id) as [FindingKind, ...FindingKind[]]

export const findingKindId = z.enum(kindIds)

export const depths = ['superficial', 'deep'] as const
export const phases = ['before', 'after'] as const
export type Phase = (typeof phases)[number]

/** What a therapist can say of one mark. Region and structure ids are checked against the catalogue by the service. */
export const findingFields = z.strictObject({
  regionId: z.string().min(1).max(100),
  structureId: z.string().min(1).max(100).nullable(),
  kind: findingKindId,
  /** 0 (none) to 10 (worst). */
  severity: z.int().min(0).max(10),
  depth: z.enum(depths).nullable(),
  phase: z.enum(phases),
  /** The view in which the mark was made. */
  view: z.enum(views),
  /** The exact spot in figure units of that view, or null when the finding is the region as a whole. */
  point: z.strictObject({ x: z.number().finite(), y: z.number().finite() }).nullable(),
  /** Where it refers to, in the therapist's words: "the temple". */
  refersTo: fieldText,
  /** The region it refers to, shown on the map as an arrow and a shaded zone; null when none was chosen. */
  refersToRegionId: z.string().min(1).max(100).nullable(),
  remark: fieldText,
  /** For an after-finding: the before-finding of the same session whose new state it is. Null when it is new. */
  continuesId: z.uuid().nullable(),
  /** The finding of an earlier visit that this one was taken over from, or null. */
  carriedFromId: z.uuid().nullable(),
  /** False while carried-over content has not been confirmed by the therapist. */
  isConfirmed: z.boolean(),
})
export type FindingFields = z.infer<typeof findingFields>

export interface Finding extends FindingFields {
  readonly id: string
  readonly sessionId: string
}

/** The fields of a finding of which only place, kind and severity are known yet. */
export const plainFinding = (
  fields: Pick<FindingFields, 'regionId' | 'kind' | 'severity' | 'phase' | 'view'> & Partial<FindingFields>,
): FindingFields => ({
  structureId: null,
  depth: null,
  point: null,
  refersTo: '',
  refersToRegionId: null,
  remark: '',
  continuesId: null,
  carriedFromId: null,
  isConfirmed: true,
  ...fields,
})

/** The legend's entry of a kind. */
export function findingKind(id: FindingKind): (typeof findingKinds)[number] {
  const kind = findingKinds.find((candidate) => candidate.id === id)
  if (!kind) throw new RangeError(`no such kind of finding: ${id}`)
  return kind
}
