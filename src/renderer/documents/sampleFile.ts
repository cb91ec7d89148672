// A small patient file for the tests of what is printed.
import type { PatientFile } from '#shared/contract/patientFile.ts'
import type { SessionRecord, Signature } from '#shared/contract/sessions.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { noMeasures } from '#shared/domain/measures.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const sampleSignature: Signature = {
  sequence: 1,
  signerName: 'Ada Holm',
  credentials: 'LMT',
  licenceNumber: 'MT 60512345',
  practiceName: 'Harbour Massage',
  signedAt: '2026-11-09T15:12:44.120Z',
  signedOffset: 0,
  fingerprint: 'a1'.repeat(32),
  previousFingerprint: '0'.repeat(64),
}

const section = (name: SectionId, text: string) => ({
  section: name,
  document: documentFromText(text),
  plainText: text,
  updatedAt: '2026-11-09T15:00:00.000Z',
})

/** A signed session with a text in every section. */
export const sampleSession = (number: number, changes: Partial<SessionRecord> = {}): SessionRecord => ({
  id: id(number),
  number,
  details: { serviceStart: '2026-11-09T14:00', lengthMinutes: 60, place: 'practice', visitAddress: '' },
  enteredAt: '2026-11-09T14:02:00.000Z',
  enteredOffset: 0,
  lateEntryReason: null,
  origin: null,
  lost: [],
  painBefore: 7,
  painAfter: 3,
  measuresAsked: ['pain'],
  measures: noMeasures,
  techniques: [],
  homework: [],
  timedSpans: [],
  privateRemark: '',
  signAnswers: [],
  client: {
    id: id(1),
    firstName: 'Mina',
    lastName: 'Okoye',
    preferredName: '',
    pronouns: '',
    dateOfBirth: null,
    address: '',
    alert: '',
  },
  sections: sectionIds.map((name) => section(name, `Text of ${name}`)),
  findings: [],
  strokes: [],
  treatedAreas: [],
  unknownMarks: [],
  noGoAreas: [],
  noGoAnswers: [],
  signature: sampleSignature,
  addenda: [],
  updatedAt: '2026-11-09T15:12:44.120Z',
  ...changes,
})

export const sampleFile = (
  sessions: readonly SessionRecord[],
  options: Partial<PatientFile['options']> = {},
): PatientFile => ({
  practice: {
    name: 'Harbour Massage',
    therapistName: 'Ada Holm',
    credentials: 'LMT',
    licenceNumber: 'MT 60512345',
    address: '1 Quay Street',
    phone: '',
  },
  client: {
    id: id(1),
    fields: { ...emptyClient, firstName: 'Mina', lastName: 'Okoye', alert: 'Anticoagulant: light pressure' },
    isArchived: false,
    revision: 1,
    createdAt: '2026-01-01T10:00:00.000Z',
    defaultTemplateId: null,
  },
  options: {
    from: null,
    to: null,
    includeDrafts: false,
    includeBodyMaps: true,
    includePrivateRemarks: false,
    paperSize: 'A4',
    ...options,
  },
  composedAt: '2026-11-23T13:04:00.000Z',
  sessions: [...sessions],
  seal: null,
  health: null,
})
