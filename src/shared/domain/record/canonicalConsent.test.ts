// The canonical forms of consents: the decision record shows each with its fingerprint, and they never change.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalConsent, canonicalLack, canonicalWithdrawal } from './canonicalConsent.ts'

const adr = readFileSync(new URL('../../../../docs/adr/0021-consents.md', import.meta.url), 'utf8')
const examples = Array.from(
  adr.matchAll(/```\n([\s\S]*?)```[\s\S]*?`([0-9a-f]{64})`/gu),
  ([, form = '', hash = '']) => ({
    form: form.replaceAll('\n', ''),
    hash,
  }),
)

const seal = {
  sequence: 4,
  previousFingerprint: 'a'.repeat(64),
  practiceName: 'Quiet Hands',
  signerName: 'Ada Moreno',
  credentials: 'LMT',
  licenceNumber: 'MA-4711',
  signedAt: '2026-11-23T15:00:00.000Z',
  signedOffset: -300,
  client: { id: '01900000-0000-7000-8000-000000000001', firstName: 'Mara', lastName: 'Sample', dateOfBirth: null },
}
const id = (end: number) => `01900000-0000-7000-8000-00000000000${end}`

const forms = [
  canonicalConsent(seal, {
    id: id(2),
    atVisit: null,
    kind: 'sensitive area',
    name: 'Breast massage',
    text: 'I agree.',
    language: 'en',
    areas: 'Scar',
    techniques: '',
    draping: 'Towel',
    regionIds: ['chest.breast.left'],
    elements: ['nature', 'right to stop'],
    validity: 'one year',
    witness: 'offered',
    givenAt: '2026-11-23T15:00:00.000Z',
    givenOffset: -300,
    marks: [
      { role: 'client', manner: 'drawn', name: 'Mara Sample', points: 'AAAgQQAAoEEAAAA/' },
      { role: 'witness', manner: 'typed', name: 'Jo Sample', points: null },
    ],
  }),
  canonicalWithdrawal(seal, {
    id: id(3),
    consentId: id(2),
    consentFingerprint: 'b'.repeat(64),
    cause: 'withdrawn',
    remark: 'On the phone',
    withdrawnAt: '2026-11-24T09:00:00.000Z',
    withdrawnOffset: -300,
  }),
  canonicalLack(seal, {
    id: id(4),
    sessionId: id(5),
    kind: 'sensitive area',
    name: 'Breast massage',
    regionIds: ['chest.breast.left'],
    reason: 'Spoken only',
    statedAt: '2026-11-23T15:00:00.000Z',
    statedOffset: -300,
  }),
]

describe('the canonical forms of consents', () => {
  it('are those of the decision record, with their fingerprints', () => {
    expect(forms).toEqual(examples.map(({ form }) => form))
    expect(forms.map((form) => createHash('sha256').update(form, 'utf8').digest('hex'))).toEqual(
      examples.map(({ hash }) => hash),
    )
  })
})
