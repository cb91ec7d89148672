import { describe, expect, it } from 'vitest'
import { plainFinding } from '#shared/domain/bodymap/finding.ts'
import { unmarkedSentences } from './SignedWhole.tsx'

describe('before signing, the therapist is warned of', () => {
  const id = '01900000-0000-7000-8000-00000000000a'
  const finding = {
    ...plainFinding({ regionId: 'head.jaw.left', kind: 'pain', severity: 4, phase: 'before', view: 'anterior' }),
    id,
    sessionId: id,
  }
  const sentence = 'Left jaw: pain, 4/10 before.'
  const linked = { type: 'finding' as const, attrs: { findingId: id, sentence } }
  const objective = {
    section: 'objective' as const,
    document: {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: sentence, marks: [linked] }] }],
    },
    plainText: sentence,
    updatedAt: null,
  }

  it('sentences that have lost their mark', () => {
    expect(unmarkedSentences({ sections: [objective], findings: [] })).toEqual([sentence])
    expect(unmarkedSentences({ sections: [objective], findings: [finding] })).toEqual([])
  })

  it('nothing of a section that cannot be read', () => {
    expect(unmarkedSentences({ sections: [{ ...objective, document: null }], findings: [] })).toEqual([])
  })
})
