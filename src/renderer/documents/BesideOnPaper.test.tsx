import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { PatientFileDocument } from './PatientFileDocument.tsx'
import { sampleFile, sampleSession } from './sampleFile.ts'

const id = '00000000-0000-4000-8000-00000000000a'
const printed = (changes: Partial<SessionRecord>) =>
  renderToStaticMarkup(<PatientFileDocument file={sampleFile([sampleSession(1, changes)])} />)
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')

describe('what stands beside the note, on paper', () => {
  it('has every measure with its change in words', () => {
    const text = printed({
      measures: {
        scores: [
          { measure: 'tension', before: 6, after: 3 },
          { measure: 'sleep', before: 5.5, after: null },
        ],
        ranges: [
          {
            id,
            joint: 'Neck',
            side: 'right',
            movement: 'rotation',
            degreesBefore: 45,
            degreesAfter: 60,
            extentBefore: null,
            extentAfter: null,
          },
        ],
        activities: [{ id, activity: 'Carrying shopping', score: 4 }],
      },
    })
    expect(text).toContain(
      'Measures Tension 6 → 3 less Sleep 5.5 h Neck rotation, right 45° → 60° +15° Carrying shopping 4 of 10',
    )
  })

  it('has techniques, homework and the timed minutes, and says what nobody confirmed', () => {
    const text = printed({
      techniques: [
        { text: 'Friction', carriedFrom: null },
        { text: 'Heat, 15 min', carriedFrom: null },
      ],
      homework: [{ text: 'Doorway stretch', carriedFrom: '2026-11-02' }],
      timedSpans: [
        { id, treatedAreaId: null, startedAt: '2026-11-09T14:00:00.000Z', endedAt: '2026-11-09T14:37:40.000Z' },
      ],
    })
    expect(text).toContain('Timed 38 min')
    expect(text).toContain('Techniques Friction; Heat, 15 min')
    expect(text).toContain('Homework Doorway stretch (from 2 November 2026, not confirmed)')
  })

  it('leaves empty parts out', () => {
    const text = printed({})
    for (const name of ['Measures', 'Techniques', 'Homework', 'Timed', 'Private remark'])
      expect(text).not.toContain(name)
  })

  it('prints a private remark under its name, says what it is, and names it at the head of the file', () => {
    const text = printed({ privateRemark: 'Talks little.' })
    expect(text).toContain('Private remark Talks little. The therapist’s own remark.')
    expect(text).toContain('Private remarks are included.')
  })
})
