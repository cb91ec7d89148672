import { describe, expect, it } from 'vitest'
import { plainSchema, schema } from '../../../../../tests/fixtures/typedEditor.ts'

const tied = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Sleeps badly.', marks: [{ type: 'carried' }] }] }],
}

describe('what an editor knows', () => {
  it('is in a section every mark of the record', () => {
    expect(Object.keys(schema.marks).toSorted()).toEqual(['blank', 'bold', 'carried', 'finding', 'italic'])
    expect(schema.nodeFromJSON(tied).textContent).toBe('Sleeps badly.')
  })

  it('is in any other text none that ties its words to a map or a visit, so that nothing brings one in', () => {
    expect(Object.keys(plainSchema.marks).toSorted()).toEqual(['blank', 'bold', 'italic'])
    expect(() => plainSchema.nodeFromJSON(tied)).toThrow('no mark type carried')
  })
})
