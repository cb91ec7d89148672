import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as fc from 'fast-check'
import type { DraftChange } from '#shared/contract/drafts.ts'
import type { SavedPart } from '#shared/domain/note/parts.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { createAutosave, type Autosave } from './autosave.ts'

class Refusal extends Error {}

const surroundings = {
  now: () => Date.now(),
  after: (milliseconds: number, callback: () => void) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}

const refusalOf = (thrown: unknown) => ({
  code: thrown instanceof Refusal ? (thrown.message as ErrorCode) : ('INTERNAL' as const),
  conflict: thrown instanceof Refusal && thrown.message === 'CONFLICT' ? ('changed_meanwhile' as const) : null,
})

/** A change for the store below: a part and its text, typed as the contract's. */
const changeOf = (part: string, text: string) => ({ operation: part, input: text }) as unknown as DraftChange

/** A store that commits after some time, and refuses while `refusal` is set. */
function makeStore(commitMilliseconds = 5) {
  const store = {
    committed: new Map<string, string>(),
    saves: 0,
    atOnce: 0,
    mostAtOnce: 0,
    refusal: null as ErrorCode | null,
    /** A text that is refused for good, whatever is sent with it. */
    refusedText: null as string | null,
    /** The parts of each message, in the order of sending. */
    messages: [] as string[][],
    send: async (changes: readonly DraftChange[]) => {
      const texts = changes.map((change) => [String(change.operation), String(change.input)] as const)
      store.messages.push(texts.map(([part]) => part))
      store.saves += 1
      store.atOnce += 1
      store.mostAtOnce = Math.max(store.mostAtOnce, store.atOnce)
      await new Promise((resolve) => setTimeout(resolve, commitMilliseconds))
      store.atOnce -= 1
      if (store.refusal) throw new Refusal(store.refusal)
      if (texts.some(([, text]) => text === store.refusedText)) throw new Refusal('VALIDATION')
      for (const [part, text] of texts) store.committed.set(part, text)
      return { savedAt: new Date(Date.now()).toISOString() }
    },
  }
  return store
}

describe('autosave', () => {
  let autosave: Autosave
  let store: ReturnType<typeof makeStore>
  const type = (text: string, part: SavedPart = 'plan') =>
    autosave.change(part, () => ({ changes: [changeOf(part, text)] }))
  const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T14:03:00Z') })
    store = makeStore()
    autosave = createAutosave({ ...surroundings, refusalOf, beginSending: () => (changes) => store.send(changes) })
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
    autosave.change('pain', () => ({ changes: [changeOf('pain', '7')] }), 'at once')
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

  it('is not called done before what changed during a save is stored, when that waits for it already', async () => {
    store = makeStore(400)
    type('first')
    await passes(260)
    type('second')
    await passes(260)
    const flushed = vi.fn()
    void autosave.flush().then(flushed)
    await passes(300)
    expect(flushed).not.toHaveBeenCalled()
    await passes(400)
    expect(flushed).toHaveBeenCalled()
    expect(store.committed.get('plan')).toBe('second')
  })

  describe('an act', () => {
    const act = (...texts: readonly (readonly [SavedPart, string])[]) =>
      autosave.act(() => {
        for (const [part, text] of texts) {
          const pace = part.startsWith('finding/') ? 'at once' : 'typing'
          autosave.change(part, () => ({ changes: [changeOf(part, text)] }), pace)
        }
      })

    it('that changes a mark and its sentence / goes in one message, at once', async () => {
      act(['finding/1', 'mark'], ['objective', 'sentence'])
      await passes(6)
      expect(store.messages).toEqual([['finding/1', 'objective']])
      expect(store.committed.get('objective')).toBe('sentence')
    })

    it('of typing alone / waits for a pause like typing', async () => {
      act(['remark', 'a'], ['objective', 'b'])
      await passes(200)
      expect(store.messages).toEqual([])
      await passes(60)
      expect(store.messages).toEqual([['remark', 'objective']])
    })

    it('while its sentence is on its way / waits for that, and goes whole', async () => {
      store = makeStore(300)
      type('typed', 'objective')
      await passes(260)
      act(['finding/1', 'mark'], ['objective', 'typed, and a sentence'])
      await passes(100)
      expect(store.messages).toEqual([['objective']])
      await passes(600)
      expect(store.messages).toEqual([['objective'], ['finding/1', 'objective']])
    })

    it('that a full disk refused / is tried again whole', async () => {
      store.refusal = 'DISK_FULL'
      act(['finding/1', 'mark'], ['objective', 'sentence'])
      await passes(100)
      expect(autosave.hasFailed('objective')).toBe(true)
      store.refusal = null
      await passes(1500)
      expect(store.messages).toEqual([
        ['finding/1', 'objective'],
        ['finding/1', 'objective'],
      ])
      expect(autosave.state().kind).toBe('saved')
    })

    it('of which a part is refused for good / does not hold the rest back', async () => {
      store.refusedText = 'mark'
      act(['finding/1', 'mark'], ['objective', 'sentence'])
      await passes(100)
      expect(store.committed.get('objective')).toBe('sentence')
      expect(autosave.state()).toEqual({ kind: 'failed', code: 'VALIDATION', triesAgain: false })
      expect(autosave.hasFailed('finding/1')).toBe(true)
      expect(autosave.hasFailed('objective')).toBe(false)
    })

    it('of which one part is refused for good, while more is typed / still has one save at a time for each part', async () => {
      store.refusedText = 'mark'
      act(['objective', 'sentence'], ['finding/1', 'mark'])
      await passes(12)
      expect(store.committed.get('objective')).toBe('sentence')
      for (const text of ['sentence, and', 'sentence, and more']) {
        autosave.change('objective', () => ({ changes: [changeOf('objective', text)] }), 'at once')
        await passes(4)
      }
      await passes(100)
      expect(store.committed.get('objective')).toBe('sentence, and more')
      expect(store.mostAtOnce).toBe(1)
    })
  })

  it('sends a sentence that waited behind a mark, when that mark is refused for good', async () => {
    store = makeStore(100)
    store.refusedText = 'mark'
    autosave.change('finding/1', () => ({ changes: [changeOf('finding/1', 'mark')] }), 'at once')
    autosave.act(() => {
      autosave.change('finding/1', () => ({ changes: [changeOf('finding/1', 'mark')] }), 'at once')
      autosave.change('objective', () => ({ changes: [changeOf('objective', 'sentence')] }))
    })
    await passes(2000)
    expect(store.committed.get('objective')).toBe('sentence')
    expect(autosave.hasFailed('finding/1')).toBe(true)
  })

  it('sends a part that is in conflict in another way, and nothing else with it', async () => {
    store.refusal = 'CONFLICT'
    type('mine')
    type('also mine', 'objective')
    await passes(300)
    const sent: unknown[] = []
    await autosave.sendAnyway('plan', (changes) => {
      sent.push(...changes)
      return Promise.resolve({ savedAt: '2026-11-23T14:04:00.000Z' })
    })
    expect(sent).toEqual([changeOf('plan', 'mine')])
    expect([autosave.hasFailed('plan'), autosave.hasFailed('objective')]).toEqual([false, true])
    autosave.forget('objective')
    expect(autosave.state().kind).toBe('saved')
  })

  it('keeps a part that conflicts with the vault, names it, and does not retry by itself', async () => {
    store.refusal = 'CONFLICT'
    type('mine')
    await passes(60_000)
    expect(store.saves).toBe(1)
    const conflict = { part: 'plan', kind: 'changed_meanwhile' }
    expect(autosave.state()).toEqual({ kind: 'failed', code: 'CONFLICT', triesAgain: false, conflict })
  })

  it('has nothing to send / is saved without a message', async () => {
    autosave.change('timer', () => ({ changes: [] }), 'at once')
    await autosave.flush()
    expect(store.messages).toEqual([])
    expect(autosave.state().kind).toBe('unchanged')
  })

  it('notifies its listeners when the state changes, until they unsubscribe', async () => {
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
        const slow = makeStore(40)
        const fresh = createAutosave({ ...surroundings, refusalOf, beginSending: () => slow.send })
        let text = ''
        const typedAt: number[] = []
        for (const pause of pauses) {
          text += 'x'
          typedAt.push(Date.now())
          fresh.change('plan', () => ({ changes: [changeOf('plan', text)] }))
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
