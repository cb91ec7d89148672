import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sampleSession } from '#renderer/documents/sampleFile.ts'
import { createAutosave, type SendChanges } from './autosave.ts'
import { createDraftParts } from './draftParts.ts'

describe('the details of a draft', () => {
  const record = sampleSession(1)
  const other = '2026-11-02T09:00'
  let isRefused: boolean
  let saved: unknown[]

  const partsUnderTest = () => {
    const send: SendChanges = async (changes) => {
      if (isRefused) throw new Error('DISK_FULL')
      saved.push(...changes.map(({ input }) => input))
      return { savedAt: '2026-11-23T14:03:00.000Z' }
    }
    const autosave = createAutosave({
      now: () => Date.now(),
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds)
        return () => clearTimeout(timer)
      },
      beginSending: () => send,
      refusalOf: () => ({ code: 'DISK_FULL', conflict: null }),
    })
    return createDraftParts(record, autosave)
  }

  beforeEach(() => {
    isRefused = false
    saved = []
    vi.useFakeTimers()
    return () => void vi.useRealTimers()
  })

  it('of which the date and then the length are changed in one pause / report the moved date once, after the save', async () => {
    const parts = partsUnderTest()
    const onMoved = vi.fn(() => expect(saved).toHaveLength(1))
    parts.changeDetails({ ...record.details, serviceStart: other }, 'typing', onMoved)
    parts.changeDetails({ ...parts.details.getState(), lengthMinutes: 75 }, 'typing', onMoved)
    await vi.advanceTimersByTimeAsync(1000)
    expect(saved).toEqual([{ id: record.id, details: { ...record.details, serviceStart: other, lengthMinutes: 75 } }])
    expect(onMoved).toHaveBeenCalledOnce()
    parts.changeDetails({ ...parts.details.getState(), lengthMinutes: 80 }, 'typing', onMoved)
    await vi.advanceTimersByTimeAsync(1000)
    expect(onMoved).toHaveBeenCalledOnce()
  })

  it('whose save is refused before the length is changed / report the moved date when it is saved', async () => {
    const parts = partsUnderTest()
    const onMoved = vi.fn()
    isRefused = true
    parts.changeDetails({ ...record.details, serviceStart: other }, 'at once', onMoved)
    await vi.advanceTimersByTimeAsync(100)
    isRefused = false
    parts.changeDetails({ ...parts.details.getState(), lengthMinutes: 75 }, 'at once', onMoved)
    await vi.advanceTimersByTimeAsync(1000)
    expect(onMoved).toHaveBeenCalledOnce()
  })

  it('whose date is changed and set back in one pause / report nothing', async () => {
    const parts = partsUnderTest()
    const onMoved = vi.fn()
    parts.changeDetails({ ...record.details, serviceStart: other }, 'typing', onMoved)
    parts.changeDetails(record.details, 'typing', onMoved)
    await vi.advanceTimersByTimeAsync(1000)
    expect(onMoved).not.toHaveBeenCalled()
  })
})
