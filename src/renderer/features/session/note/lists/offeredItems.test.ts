import { describe, expect, it } from 'vitest'
import { offeredItems } from './offeredItems.ts'

const ideas = ['Doorway stretch', 'Chin tucks', 'Upper trapezius stretch', 'Étirement', 'Heat', 'Heat for 15 minutes']
const offered = (typed: string, taken: readonly string[] = []) => {
  const { options, isFirstMeant } = offeredItems(ideas, typed, taken)
  return { labels: options.map(({ label }) => label), isFirstMeant }
}

describe('what a list offers', () => {
  it('is every suggestion that is not taken yet while nothing is typed, and Enter means none', () => {
    expect(offered(' ', ['Heat'])).toEqual({ labels: ideas.filter((one) => one !== 'Heat'), isFirstMeant: false })
  })

  it('begins with the suggestion that begins as typed, and ends with the text as typed', () => {
    expect(offered('chin')).toEqual({ labels: ['Chin tucks', 'Add “chin”'], isFirstMeant: true })
    expect(offered(' chin ').labels.at(-1)).toBe('Add “chin”')
  })

  it('compares word by word, without case and accents', () => {
    expect(offered('up TRAP').labels[0]).toBe('Upper trapezius stretch')
    expect(offered('etire')).toMatchObject({ labels: ['Étirement', 'Add “etire”'], isFirstMeant: true })
  })

  it('lists what holds the text elsewhere, but Enter does not mean it', () => {
    expect(offered('stretch')).toEqual({
      labels: ['Doorway stretch', 'Upper trapezius stretch', 'Add “stretch”'],
      isFirstMeant: false,
    })
  })

  it('is not what Enter means where a sign that was typed would be lost', () => {
    for (const typed of ['- heat', '→ heat', '-> up', 'heat?', '(heat)', '+chin', 'heat / chin'])
      expect([typed, offered(typed).isFirstMeant]).toEqual([typed, false])
    const own = offeredItems(['- no heat', 'Self-massage, daily'], '- no', [])
    expect(own).toMatchObject({ options: [{ value: '- no heat' }, { value: '- no' }], isFirstMeant: true })
    for (const typed of ['self-mass', 'self mass', 'Self-massage, d'])
      expect([typed, offeredItems(['Self-massage, daily'], typed, []).isFirstMeant]).toEqual([typed, true])
  })

  it('puts exactly these words first, then whole words, and offers no text twice', () => {
    expect(offeredItems(ideas.toReversed(), 'heat', []).options[0]?.value).toBe('Heat')
    expect(offeredItems(['Shorter runs', 'Short walks'], 'short', []).options[0]?.value).toBe('Short walks')
    expect(offered('Heat').labels).toEqual(['Heat', 'Heat for 15 minutes'])
    expect(offered('Heat', ['Heat']).labels).toEqual(['Heat for 15 minutes'])
  })

  it('is only the text as typed where nothing fits', () => {
    expect(offered('Yin yoga')).toEqual({ labels: ['Add “Yin yoga”'], isFirstMeant: false })
    expect(offered('…')).toEqual({ labels: ['Add “…”'], isFirstMeant: false })
  })
})
