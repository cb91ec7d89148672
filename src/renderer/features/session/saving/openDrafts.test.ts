import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { Failure } from '#renderer/bridge/bridge.ts'
import { answerFlushRequests } from '#renderer/bridge/unsavedWork.ts'
import { autosaveOf, draftSettled, enterDraft, leaveDraft } from './openDrafts.ts'

let refusal: ErrorCode | null = null
let committed: string[] = []
const save = (text: string) => async () => {
  if (refusal) throw new Failure({ code: refusal })
  committed.push(text)
  return { savedAt: '2026-11-23T14:03:00.000Z' }
}

/** Asks the page to save everything, as main does before a lock, and gives its answer. */
function flushUnsavedWork(): Promise<unknown> {
  return new Promise((resolve) => {
    let ask: (payload: { request: number }) => void = () => undefined
    vi.stubGlobal('window', {
      palpate: {
        on: (_: string, listener: typeof ask) => {
          ask = listener
          return () => undefined
        },
        invoke: (_: string, { outcome }: { outcome: string }) => {
          resolve(outcome)
          return Promise.resolve({ ok: true, data: {} })
        },
      },
    })
    answerFlushRequests(() => false)
    ask({ request: 1 })
  })
}

describe('open drafts', () => {
  let id = ''
  let count = 0

  beforeEach(() => {
    vi.useFakeTimers()
    refusal = null
    committed = []
    count += 1
    id = `session ${count}`
    return () => {
      vi.useRealTimers()
      vi.unstubAllGlobals()
    }
  })

  it('sends everything when a draft is left', async () => {
    enterDraft(id)
    autosaveOf(id).change('plan', save('Weekly'))
    await leaveDraft(id)
    expect(committed).toEqual(['Weekly'])
  })

  it('keeps what a full disk refused after the screen is gone, and saves it when it can', async () => {
    enterDraft(id)
    refusal = 'DISK_FULL'
    autosaveOf(id).change('plan', save('Weekly'))
    const left = leaveDraft(id)
    await vi.advanceTimersByTimeAsync(3000)
    expect(await flushUnsavedWork()).toBe('unsaved')
    await expect(draftSettled(id)).rejects.toMatchObject({ code: 'DISK_FULL' })
    refusal = null
    await vi.advanceTimersByTimeAsync(60_000)
    await left
    expect(committed).toEqual(['Weekly'])
    expect(await flushUnsavedWork()).toBe('saved')
  })

  it('does not keep the app from locking for what can never be saved', async () => {
    enterDraft(id)
    refusal = 'NOT_FOUND'
    autosaveOf(id).change('plan', save('Weekly'))
    await leaveDraft(id)
    expect(await flushUnsavedWork()).toBe('saved')
  })

  it('is one draft while two screens of it overlap', async () => {
    enterDraft(id)
    const autosave = autosaveOf(id)
    const left = leaveDraft(id)
    enterDraft(id)
    await left
    expect(autosaveOf(id)).toBe(autosave)
  })
})
