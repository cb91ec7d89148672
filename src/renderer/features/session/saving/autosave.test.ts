import type { SavedPart } from '#shared/domain/note/parts.ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as fc from 'fast-check'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { createAutosave, type Autosave } from './autosave.ts'

class Refusal extends Error {}

const surroundings = {
  now: () => Date.now(),
  after: (milliseconds: number, callback: () => void) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  codeOf: (thrown: unknown) => (thrown instanceof Refusal ? (thrown.message as ErrorCode) : 'INTERNAL'),
}

/** A store that commits after some time, and refuses while `refusal` is set. */
function makeStore(commitMilliseconds = 5) {
  const store = {
    committed: new Map<string, string>(),
    saves: 0,
    atOnce: 0,
    mostAtOnce: 0,
    refusal: null as ErrorCode | null,
    save: (part: string, read: () => string) => async () => {
      const text = read()
      store.saves += 1
      store.atOnce += 1
      store.mostAtOnce = Math.max(store.mostAtOnce, store.atOnce)
      await new Promise((resolve) => setTimeout(resolve, commitMilliseconds))
      store.atOnce -= 1
      if (store.refusal) throw new Refusal(store.refusal)
      store.committed.set(part, text)
      return { savedAt: new Date(Date.now()).toISOString() }
    },
  }
  return store
}

describe('autosave', () => {
  let autosave: Autosave
  let store: ReturnType<typeof makeStore>
  const type = (text: string, part: SavedPart = 'plan') =>
    autosave.change(
      part,
      store.save(part, () => text),
    )
  const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T14:03:00Z') })
    autosave = createAutosave(surroundings)
    store = makeStore()
    return () => vi.useRealTimers()
  })

  it('says nothing before the first change', () => {
    expect(autosave.state()).toEqual({ kind: 'unchanged' })
  })

  it('saves after 250 ms of quiet', async () => {
    type('a')
    await passes(249)
    expect(store.saves).toBe(0)
    await passes(20)
    expect(store.committed.get('plan')).toBe('a')
  })

  it('saves 500 ms after the first unsaved key, however fast the typing goes on', async () => {
    for (let key = 0; key < 6; key += 1) {
      type('x'.repeat(key + 1))
      await passes(100)
    }
    expect(store.committed.get('plan')?.length).toBeGreaterThanOrEqual(5)
  })

  it('says "saved" only after the commit was answered', async () => {
    store = makeStore(300)
    type('a')
    await passes(260)
    expect(store.saves).toBe(1)
    expect(autosave.state().kind).toBe('saving')
    await passes(300)
    expect(autosave.state()).toEqual({ kind: 'saved', at: '2026-11-23T14:03:00.550Z' })
  })

  it('never has two saves of one part on their way, and the newest content wins', async () => {
    store = makeStore(900)
    type('first')
    await passes(300)
    type('second')
    await passes(300)
    type('third')
    await passes(5000)
    expect(store.mostAtOnce).toBe(1)
    expect(store.saves).toBe(2)
    expect(store.committed.get('plan')).toBe('third')
    expect(autosave.state().kind).toBe('saved')
  })

  it('saves different parts side by side', async () => {
    store = makeStore(400)
    type('a', 'plan')
    type('b', 'objective')
    await passes(300)
    expect(store.atOnce).toBe(2)
  })

  it('sends a single choice at once', async () => {
    autosave.change(
      'pain',
      store.save('pain', () => '7'),
      'at once',
    )
    await passes(5)
    expect(store.committed.get('pain')).toBe('7')
  })

  it('keeps what a full disk refused, says so, and tries again until it is saved', async () => {
    store.refusal = 'DISK_FULL'
    type('kept')
    await passes(300)
    expect(autosave.state()).toEqual({ kind: 'failed', code: 'DISK_FULL', triesAgain: true })
    expect(autosave.hasFailed('plan')).toBe(true)
    await passes(10_000)
    expect(store.saves).toBeGreaterThan(3)
    store.refusal = null
    await passes(15_000)
    expect(store.committed.get('plan')).toBe('kept')
    expect(autosave.state().kind).toBe('saved')
    expect(autosave.hasFailed('plan')).toBe(false)
  })

  it('tries again at once when asked to', async () => {
    store.refusal = 'READ_ONLY'
    type('kept')
    await passes(300)
    store.refusal = null
    autosave.retry()
    await passes(5)
    expect(store.committed.get('plan')).toBe('kept')
  })

  it('does not repeat a request that can never succeed, but keeps the content', async () => {
    store.refusal = 'VALIDATION'
    type('kept')
    await passes(60_000)
    expect(store.saves).toBe(1)
    expect(autosave.state()).toEqual({ kind: 'failed', code: 'VALIDATION', triesAgain: false })
    store.refusal = null
    autosave.retry()
    await passes(10)
    expect(store.committed.get('plan')).toBe('kept')
  })

  it('saves newer content in place of what failed', async () => {
    store.refusal = 'DISK_FULL'
    type('old')
    await passes(300)
    store.refusal = null
    type('new')
    await passes(300)
    expect(store.committed.get('plan')).toBe('new')
    await passes(60_000)
    expect(store.committed.get('plan')).toBe('new')
  })

  it('flushes everything, also what changed while a save was on its way', async () => {
    store = makeStore(50)
    type('first')
    await passes(260)
    type('second')
    type('b', 'objective')
    const flushed = vi.fn()
    void autosave.flush().then(flushed)
    await passes(40)
    expect(flushed).not.toHaveBeenCalled()
    await passes(100)
    expect(flushed).toHaveBeenCalled()
    expect(Object.fromEntries(store.committed)).toEqual({ plan: 'second', objective: 'b' })
  })

  it('refuses to call a flush done when something could not be saved', async () => {
    store.refusal = 'DISK_FULL'
    type('kept')
    const flush = expect(autosave.flush()).rejects.toThrow('DISK_FULL')
    await passes(10)
    await flush
  })

  it('tells its listeners when the state changes, until they leave', async () => {
    const kinds: string[] = []
    const leave = autosave.subscribe(() => kinds.push(autosave.state().kind))
    type('a')
    await passes(300)
    leave()
    type('b')
    expect(kinds[0]).toBe('saving')
    expect(kinds.at(-1)).toBe('saved')
  })

  it('never leaves anything older than a second unsaved, whatever the rhythm of typing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }), async (pauses) => {
        const fresh = createAutosave(surroundings)
        const slow = makeStore(40)
        let text = ''
        const typedAt: number[] = []
        for (const pause of pauses) {
          text += 'x'
          typedAt.push(Date.now())
          fresh.change(
            'plan',
            slow.save('plan', () => text),
          )
          await passes(pause)
          const committed = slow.committed.get('plan')?.length ?? 0
          const oldestUnsaved = typedAt[committed]
          if (oldestUnsaved !== undefined) expect(Date.now() - oldestUnsaved).toBeLessThan(1000)
        }
        await passes(1000)
        expect(slow.committed.get('plan')).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
})
