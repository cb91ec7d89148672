import { describe, expect, it } from 'vitest'
import { contract, serviceChannels } from './contract.ts'
import { otherWrites, reads, sessionWrites, sessionWrittenBy } from './sessionWrites.ts'

const sessionId = '0190a5e0-0000-7000-8000-000000000001'

describe('operations that write in a session', () => {
  it('are told apart from all others: every operation of the services is in exactly one list', () => {
    const listed = [...Object.keys(sessionWrites), ...reads, ...otherWrites]
    expect(listed.toSorted()).toEqual([...serviceChannels].toSorted())
  })

  it('name the session in what they are given', () => {
    expect(sessionWrittenBy('session:saveSection', { id: sessionId })).toBe(sessionId)
    expect(sessionWrittenBy('finding:put', { finding: { sessionId } })).toBe(sessionId)
    expect(sessionWrittenBy('timer:put', { sessionId, span: {} })).toBe(sessionId)
    expect(sessionWrittenBy('client:list', {})).toBeNull()
    expect(sessionWrittenBy('toString', {})).toBeNull()
  })

  it.each(Object.keys(sessionWrites) as (keyof typeof sessionWrites)[])(
    '%s takes an id where it is looked for',
    (channel) => {
      const seen: string[] = []
      const spy: object = new Proxy({}, { get: (_, key) => (seen.push(String(key)), spy) })
      sessionWrittenBy(channel, spy)
      let shape: unknown = contract[channel].input
      for (const key of seen) shape = (shape as { shape: Record<string, unknown> }).shape[key]
      expect(shape).toBeDefined()
    },
  )
})
