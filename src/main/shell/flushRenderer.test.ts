import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeRendererFlush } from './flushRenderer.ts'

describe('asking the renderer to save', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('gives the answer to the question that was asked', async () => {
    const asked: number[] = []
    const flush = makeRendererFlush((request) => asked.push(request), 1000)
    const outcome = flush.request()
    flush.answer(asked[0]! + 1, 'unsaved')
    flush.answer(asked[0]!, 'saved')
    expect(await outcome).toBe('saved')
  })

  it('asks once for several askers', async () => {
    const asked: number[] = []
    const flush = makeRendererFlush((request) => asked.push(request), 1000)
    const outcomes = Promise.all([flush.request(), flush.request()])
    flush.answer(asked[0]!, 'unsaved')
    expect(await outcomes).toEqual(['unsaved', 'unsaved'])
    expect(asked).toHaveLength(1)
  })

  it('gives up after its time and asks anew the next time', async () => {
    const asked: number[] = []
    const flush = makeRendererFlush((request) => asked.push(request), 1000)
    const first = flush.request()
    vi.advanceTimersByTime(1000)
    expect(await first).toBe('no answer')
    const second = flush.request()
    flush.answer(asked[0]!, 'saved')
    flush.answer(asked[1]!, 'saved')
    expect(await second).toBe('saved')
  })
})
