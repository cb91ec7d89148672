// What a signature covers, the input of the canonical form: the seal, a note with all that belongs to it, an addition.
import type { SectionId } from '../note/sections.ts'
import type { SessionDetails } from '../session.ts'

/** Who signs, when, for whom, and where in the practice's chain: the same for every kind that is about a client. */
export interface Seal {
  /** The place in the practice's chain, from 1. */
  readonly sequence: number
  /** 64 lower-case hex digits; 64 zeros for the first. */
  readonly previousFingerprint: string
  readonly practiceName: string
  readonly signerName: string
  readonly credentials: string
  readonly licenceNumber: string
  /** UTC. */
  readonly signedAt: string
  /** The clock's minutes east of UTC at that time; null for signatures from before they were stored. */
  readonly signedOffset: number | null
  /** The client as the record knew them at the signing. */
  readonly client: {
    readonly id: string
    readonly firstName: string
    readonly lastName: string
    readonly dateOfBirth: string | null
  }
}

/** The seal of any kind: without a client where what is signed is about none. */
export type AnySeal = Omit<Seal, 'client'> & { readonly client: Seal['client'] | null }

export const isOfClient = (seal: AnySeal): seal is Seal => seal.client !== null

/** A document of the editor as JSON, with the version of the schema that it follows. */
interface StoredDocument {
  readonly schemaVersion: number
  readonly document: unknown
}

/** All that a note consists of when it is signed. */
export interface NoteContent {
  readonly session: SessionDetails & {
    readonly id: string
    /** The entry date, UTC. */
    readonly enteredAt: string
    /** The clock's minutes east of UTC at that time; null for notes from before they were stored. */
    readonly enteredOffset: number | null
    readonly painBefore: number | null
    readonly painAfter: number | null
    readonly lateEntryReason: string | null
  }
  /** The stored sections in the order subjective, objective, assessment, plan; those never written are left out. */
  readonly sections: readonly (StoredDocument & { readonly section: SectionId })[]
  /** In the order of creation, as are strokes, treated areas and answers. Kinds, views and the like as stored. */
  readonly findings: readonly {
    readonly id: string
    readonly regionId: string
    readonly structureId: string | null
    readonly kind: string
    readonly severity: number
    readonly depth: string | null
    readonly phase: string
    readonly view: string
    readonly point: { readonly x: number; readonly y: number } | null
    readonly refersTo: string
    readonly refersToRegionId: string | null
    readonly remark: string
    readonly continuesId: string | null
    readonly carriedFromId: string | null
    readonly isConfirmed: boolean
  }[]
  readonly strokes: readonly {
    readonly id: string
    readonly phase: string
    readonly view: string
    readonly kind: string
    /** Little-endian 32-bit floats x, y, pressure, point after point, in base64 with padding (RFC 4648, section 4). */
    readonly points: string
  }[]
  readonly treatedAreas: readonly {
    readonly id: string
    readonly regionIds: readonly string[]
    readonly technique: string
    readonly minutes: number | null
    /** 1–5. */
    readonly pressure: number | null
  }[]
  readonly noGoAnswers: readonly {
    readonly id: string
    readonly regionId: string
    readonly level: string
    readonly reason: string
    readonly decision: string
    readonly remark: string
    /** UTC. */
    readonly answeredAt: string
  }[]
  /** By the measure's name. Scores as stored. */
  readonly scores: readonly {
    readonly measure: string
    readonly before: number | null
    readonly after: number | null
    /** What was typed in place of the number; null for a number, and before it could be kept. */
    readonly beforeText: string | null
  }[]
  /** In their own order, as are activities, techniques, homework and answers. */
  readonly ranges: readonly {
    readonly id: string
    readonly joint: string
    readonly side: string | null
    readonly movement: string
    readonly degreesBefore: number | null
    readonly degreesAfter: number | null
    readonly extentBefore: string | null
    readonly extentAfter: string | null
    /** As of a score. */
    readonly textBefore: string | null
    readonly textAfter: string | null
  }[]
  readonly activities: readonly { readonly id: string; readonly activity: string; readonly score: number | null }[]
  readonly techniques: readonly SignedItem[]
  readonly homework: readonly SignedItem[]
  /** In the order of starting. */
  readonly timedSpans: readonly {
    readonly id: string
    readonly treatedAreaId: string | null
    /** UTC. */
    readonly startedAt: string
    readonly endedAt: string | null
  }[]
  /** The questions before signing. */
  readonly signAnswers: readonly {
    readonly question: string
    readonly section: string | null
    readonly amount: number | null
    readonly decision: string
    /** UTC. */
    readonly answeredAt: string
  }[]
}

/** A technique or a piece of homework. */
export interface SignedItem {
  readonly text: string
  /** `YYYY-MM-DD` of the visit that it was taken over from, where nobody confirmed it. */
  readonly carriedFrom: string | null
}

/** All that an addendum or an amendment consists of when it is signed. */
export interface AddendumContent extends StoredDocument {
  readonly id: string
  readonly sessionId: string
  /** The fingerprint of the signed note that it belongs to. */
  readonly noteFingerprint: string
  /** When it was first written, UTC. */
  readonly enteredAt: string
  /** As of a session. */
  readonly enteredOffset: number | null
  readonly kind: string
  /** What an amendment corrects; null for an addendum. */
  readonly correction: {
    readonly part: string | null
    readonly addendumId: string | null
    readonly reason: string
    readonly oldText: string
  } | null
}
