import { describe, expect, it } from 'vitest'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import { firstChoices, optionsOf, tallyOf } from './fileChoices.ts'

const choices = firstChoices('A4')
const today = '2026-11-23'

const session = (day: string, signedAt: string | null): SessionSummary => ({
  id: crypto.randomUUID(),
  clientId: crypto.randomUUID(),
  number: 1,
  serviceStart: `${day}T14:00`,
  enteredOffset: 0,
  lengthMinutes: 60,
  place: 'practice',
  painBefore: null,
  painAfter: null,
  findingCount: 0,
  excerpt: '',
  signedAt,
  isBroughtIn: false,
  addendumCount: 0,
})

describe('the choices for a patient file', () => {
  it('begin with everything that is signed, with body maps and without private remarks', () => {
    expect(optionsOf(choices, today)).toEqual({
      from: null,
      to: null,
      includeDrafts: false,
      includeBodyMaps: true,
      includePrivateRemarks: false,
      paperSize: 'A4',
    })
  })

  it('take the last twelve months from the same day a year ago', () => {
    expect(optionsOf({ ...choices, period: 'lastYear' }, today)).toMatchObject({ from: '2025-11-23', to: null })
    expect(optionsOf({ ...choices, period: 'lastYear' }, '2028-02-29')).toMatchObject({ from: '2027-03-01' })
  })

  it('take a period open at either end, and none that ends before it starts', () => {
    const custom = { ...choices, period: 'custom' } as const
    expect(optionsOf({ ...custom, from: '2026-01-01' }, today)).toMatchObject({ from: '2026-01-01', to: null })
    expect(optionsOf({ ...custom, to: '2026-01-01' }, today)).toMatchObject({ from: null, to: '2026-01-01' })
    expect(optionsOf({ ...custom, from: '2026-01-02', to: '2026-01-01' }, today)).toBeNull()
    expect(optionsOf({ ...custom, from: '2026-01-01', to: '2026-01-01' }, today)).not.toBeNull()
  })

  it('keep dates that were typed but count only in a custom period', () => {
    expect(optionsOf({ ...choices, from: '2026-01-02', to: '2026-01-01' }, today)).toMatchObject({ from: null })
  })
})

describe('what goes into the file', () => {
  const sessions = [
    session('2026-11-20', null),
    session('2026-11-01', '2026-11-01T15:00:00.000Z'),
    session('2025-01-31', '2025-01-31T15:00:00.000Z'),
  ]
  const options = {
    from: null,
    to: null,
    includeDrafts: false,
    includeBodyMaps: true,
    includePrivateRemarks: false,
    paperSize: 'A4',
  } as const

  it('leaves drafts out unless they are asked for', () => {
    expect(tallyOf(sessions, options)).toEqual({ included: 2, draftsIncluded: 0, draftsLeftOut: 1, outside: 0 })
    expect(tallyOf(sessions, { ...options, includeDrafts: true })).toEqual({
      included: 3,
      draftsIncluded: 1,
      draftsLeftOut: 0,
      outside: 0,
    })
  })

  it('counts both ends of the period in', () => {
    expect(tallyOf(sessions, { ...options, from: '2026-11-01', to: '2026-11-01' })).toMatchObject({
      included: 1,
      outside: 2,
    })
  })
})
