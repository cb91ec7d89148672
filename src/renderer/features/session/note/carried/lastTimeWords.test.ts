import { describe, expect, it } from 'vitest'
import type { LastTime } from '#shared/contract/sessions.ts'
import { afterOf } from '#shared/domain/bodymap/markAfter.ts'
import { noMeasures } from '#shared/domain/measures.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import { finding } from '../../../../../../tests/fixtures/typedEditor.ts'
import { linesOfLastTime, textOfLastTime } from './lastTimeText.ts'
import { amendedRows, avoidWords, easedWords, helpedWords, pressureWords } from './lastTimeWords.ts'
import { takenOverWords } from './notifyTakenOver.ts'

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const visit = (fields: Partial<LastTime> = {}): LastTime => ({
  sessionId: id(1),
  number: 4,
  serviceStart: '2026-11-09T14:00',
  isSigned: true,
  painBefore: 6,
  painAfter: 3,
  measures: noMeasures,
  sections: [],
  findings: [],
  treatedAreas: [],
  techniques: [],
  homework: [],
  amended: [],
  ...fields,
})
const area = (technique: string, pressure: number | null) => ({
  id: id(50),
  sessionId: id(1),
  regionIds: ['back.sacrum'],
  technique,
  minutes: null,
  pressure,
})

describe('what the card says', () => {
  it('names what was corrected since beside the sections, on one line each, and what was taken out', () => {
    const amended: LastTime['amended'] = [
      { part: 'measures', words: 'Pain: 5 → 2\nTension: 4 → 3\n' },
      { part: 'body map', words: '' },
    ]
    expect(amendedRows(visit({ amended }))).toEqual([
      { name: 'Measures, amended', words: 'Pain: 5 → 2; Tension: 4 → 3' },
      { name: 'Body map, amended', words: 'taken out' },
    ])
    expect(amendedRows(visit())).toEqual([])
  })

  it('names what treatment eased, and nothing that was not looked at again or got worse', () => {
    const [eased, gone, worse, unseen] = [0, 1, 2, 3].map((number) => finding(number)) as [never, never, never, never]
    const after = (one: ReturnType<typeof finding>, severity: number) => ({
      ...afterOf(one, id(100 + severity)),
      severity,
    })
    const findings = [eased, gone, worse, unseen, after(eased, 3), after(gone, 0), after(worse, 9)]
    expect(easedWords({ findings })).toEqual(['R upper trapezius 7 → 3', 'L upper trapezius gone'])
    const techniques = [{ text: 'Myofascial release', carriedFrom: null }]
    expect(helpedWords(visit({ findings, techniques, treatedAreas: [area('Friction', 2)] }))).toBe(
      'Myofascial release, Friction: R upper trapezius 7 → 3, L upper trapezius gone',
    )
    expect(helpedWords(visit())).toBe('')
  })

  it('names the pressure, by technique where there were several', () => {
    expect(pressureWords({ treatedAreas: [area('Friction', 2), area('Stretching', null)] })).toBe('2 of 5')
    expect(pressureWords({ treatedAreas: [area('Friction', 3), area('Swedish', 2), area('Friction', 2)] })).toBe(
      '2 of 5 (Swedish, Friction); 3 of 5 (Friction)',
    )
    expect(pressureWords(visit())).toBe('')
  })

  it('names what to avoid from the safety record and from the map, each region once', () => {
    const noGo = { id: id(70), clientId: id(2), regionId: 'back.sacrum', level: 'limited' as const, reason: 'Flare' }
    const avoid = finding(2, { kind: 'avoid', severity: 0 })
    const known = finding(3, { kind: 'avoid', severity: 0, regionId: 'back.sacrum' })
    expect(avoidWords({ findings: [avoid, known] }, [noGo])).toBe('Sacrum (Flare), Left jaw')
  })

  it('names what was taken over', () => {
    expect(takenOverWords(['plan'], '9 Nov')).toBe('Taken over from 9 Nov, to be confirmed: Plan.')
    expect(takenOverWords(['map', 'plan', 'homework'], '9 Nov')).toBe(
      'Taken over from 9 Nov, to be confirmed: Plan, findings and homework.',
    )
    expect(takenOverWords(['map', 'subjective', 'objective', 'assessment', 'plan'], '9 Nov')).toBe(
      'Taken over from 9 Nov, to be confirmed: all sections and findings.',
    )
  })
})

describe('the text that is taken over', () => {
  const section = (document: LastTime['sections'][number]['document']) =>
    visit({ sections: [{ section: 'objective', document, plainText: 'Kept as text.', updatedAt: null }] })
  const sentence = {
    type: 'text' as const,
    text: 'Left jaw: pain.',
    marks: [{ type: 'finding' as const, attrs: { findingId: id(9), sentence: 'Left jaw: pain.' } }],
  }

  it('leaves out the map’s sentences, and empty lines around them', () => {
    const document = textOfLastTime(
      section({
        type: 'doc',
        content: [
          { type: 'paragraph' },
          { type: 'paragraph', content: [sentence, { type: 'text', text: ' Turns 45°.' }] },
          { type: 'paragraph' },
        ],
      }),
      'objective',
    )
    expect(document && plainText(document)).toBe('Turns 45°.')
  })

  it('is none where there are only the map’s sentences, and where it cannot be read, which is still shown', () => {
    const only = section({ type: 'doc', content: [{ type: 'paragraph', content: [sentence] }] })
    expect(textOfLastTime(only, 'objective')).toBeNull()
    expect(textOfLastTime(section(null), 'objective')).toBeNull()
    expect(linesOfLastTime(section(null), 'objective')).toBe('Kept as text.')
    expect(textOfLastTime(only, 'plan')).toBeNull()
  })
})
