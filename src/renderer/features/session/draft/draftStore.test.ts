import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest'
import type { DraftChange } from '#shared/contract/drafts.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { answerFlushRequests } from '#renderer/bridge/unsavedWork.ts'
import { createDrafts, type Drafts } from './draftStore.ts'

type Listener = (payload: never) => void

/** A fake of main for drafts: it keeps what is saved, and refuses when a test says so. */
function makeMain() {
  const listeners = new Map<string, Listener>()
  const main = {
    refusal: null as ErrorCode | null,
    conflict: null as string | null,
    held: true,
    revision: 7,
    asked: [] as string[],
    committed: [] as string[],
    sinces: [] as number[],
    emptied: [] as boolean[],
    outcome: vi.fn<(outcome: string) => void>(),
    emit: (event: string, payload: object) => listeners.get(event)?.(payload as never),
    invoke(channel: string, input: Record<string, unknown>) {
      main.asked.push(channel)
      switch (channel) {
        case 'draft:save': {
          const changes = input['changes'] as { input: { text: string; isEmptied?: true } }[]
          main.sinces.push(input['since'] as number)
          if (main.refusal) return { ok: false, error: { code: main.refusal } }
          if (main.conflict && !input['overwrites'] && (input['since'] as number) < main.revision) {
            const issues = [{ path: 'plan', code: main.conflict }]
            return { ok: false, error: { code: 'CONFLICT', details: { issues } } }
          }
          // From then on the part is this writer's own.
          if (input['overwrites']) main.conflict = null
          for (const change of changes) {
            main.committed.push(change.input.text)
            main.emptied.push(change.input.isEmptied === true)
          }
          return { ok: true, data: { savedAt: '2026-11-23T14:03:00.000Z' } }
        }
        case 'draft:hold':
        case 'draft:takeOver':
          return { ok: true, data: { held: main.held } }
        case 'draft:revision':
          return { ok: true, data: { revision: main.revision } }
        case 'session:get':
          return { ok: true, data: { id: input['id'], saved: [...main.committed] } }
        case 'history:restore':
          return { ok: true, data: { savedAt: '', undoneBy: '2026-11-23T14:02:00.000Z' } }
        case 'app:flushed':
          main.outcome(input['outcome'] as string)
          return { ok: true, data: {} }
        default:
          return { ok: true, data: {} }
      }
    },
  }
  vi.stubGlobal('window', {
    palpate: {
      on: (event: string, listener: Listener) => {
        listeners.set(event, listener)
        return () => listeners.delete(event)
      },
      invoke: (channel: string, input: Record<string, unknown>) => Promise.resolve(main.invoke(channel, input)),
    },
  })
  return main
}

const text = (words: string) => () => ({
  changes: [{ operation: 'session:saveSection', input: { text: words } } as unknown as DraftChange],
})

describe('an open draft', () => {
  const id = 'session 1'
  let main: ReturnType<typeof makeMain>
  let drafts: Drafts
  let reload: Mock<(sessionId: string) => Promise<unknown>>
  const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

  /** Asks the page to save everything, as main does before a lock, and gives its answer. */
  const askedToSave = async () => {
    const stop = answerFlushRequests(() => false)
    main.emit('flush', { request: 1 })
    await passes(0)
    stop()
    return main.outcome.mock.lastCall?.[0]
  }

  beforeEach(() => {
    vi.useFakeTimers()
    main = makeMain()
    reload = vi.fn(() => Promise.resolve())
    drafts = createDrafts({ renderAtOnce: (change) => change(), reload })
    return () => {
      vi.useRealTimers()
      vi.unstubAllGlobals()
    }
  })

  it('sends everything when it is left', async () => {
    const leave = drafts(id).write(0)
    drafts(id).autosave.change('plan', text('Weekly'))
    await leave()
    expect(main.committed).toEqual(['Weekly'])
  })

  it('keeps what a full disk refused after the screen is gone, and saves it when it can', async () => {
    const draft = drafts(id)
    const leave = draft.write(0)
    main.refusal = 'DISK_FULL'
    draft.autosave.change('plan', text('Weekly'))
    const left = leave()
    await passes(3000)
    expect(await askedToSave()).toBe('unsaved')
    await expect(drafts(id).settled()).rejects.toMatchObject({ code: 'DISK_FULL' })
    main.refusal = null
    await passes(60_000)
    await left
    expect(main.committed).toEqual(['Weekly'])
    expect(await askedToSave()).toBe('saved')
  })

  it('does not keep the app from locking for what can never be saved', async () => {
    const leave = drafts(id).write(0)
    main.refusal = 'NOT_FOUND'
    drafts(id).autosave.change('plan', text('Weekly'))
    await leave()
    expect(await askedToSave()).toBe('saved')
  })

  it('is one draft while two screens of it overlap, and a new one after the last', async () => {
    const first = drafts(id)
    const left = first.write(0)()
    const leaveSecond = drafts(id).write(0)
    await left
    expect(drafts(id)).toBe(first)
    await leaveSecond()
    expect(drafts(id)).not.toBe(first)
  })

  it('is acquired for writing when main grants it, and released when the screen is left', async () => {
    const draft = drafts(id)
    const leave = draft.show()
    expect(draft.state.getState().lease).toBe('asking')
    await passes(0)
    expect(draft.state.getState()).toMatchObject({ lease: 'here', turn: 1 })
    leave()
    await passes(0)
    expect(main.asked.at(-1)).toBe('draft:release')
  })

  it.each(Array.from({ length: 24 }, (_, turns) => turns))(
    'that is left and shown again %d turns later / is written in here, and not let go',
    async (turns) => {
      const leaveScreen = drafts(id).show()
      await passes(0)
      const leaveWriting = drafts(id).write(0)
      drafts(id).autosave.change('plan', text('Weekly'))
      void leaveWriting()
      leaveScreen()
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      const again = drafts(id)
      again.show()
      await passes(0)
      expect(again.state.getState().lease).toBe('here')
      expect(main.asked.lastIndexOf('draft:hold')).toBeGreaterThan(main.asked.lastIndexOf('draft:release'))
    },
  )

  it('is released to another window only after the latest text is stored', async () => {
    const draft = drafts(id)
    draft.show()
    await passes(0)
    let leave: (() => Promise<void>) | null = draft.write(0)
    draft.state.subscribe(({ lease }) => {
      if (lease !== 'elsewhere' || !leave) return
      draft.autosave.change('plan', text('Weekly'))
      void leave()
      leave = null
    })
    main.emit('draftWanted', { sessionId: id })
    await passes(0)
    expect(main.committed).toEqual(['Weekly'])
    expect(main.asked.indexOf('draft:release')).toBeGreaterThan(main.asked.indexOf('draft:save'))
  })

  it('stays where it is while something of it cannot be saved', async () => {
    const draft = drafts(id)
    draft.show()
    await passes(0)
    draft.write(0)
    main.refusal = 'DISK_FULL'
    draft.autosave.change('plan', text('Weekly'))
    main.emit('draftWanted', { sessionId: id })
    await passes(10)
    expect(draft.state.getState().lease).toBe('here')
    expect(main.asked).not.toContain('draft:release')
  })

  it('is read only after what was on screen is stored, and saves by the revision that it was read at', async () => {
    const draft = drafts(id)
    const leave = draft.write(3)
    draft.autosave.change('plan', text('first'))
    const { record, revision } = await draft.load()
    expect(record).toEqual({ id, saved: ['first'] })
    expect(revision).toBe(7)
    draft.autosave.change('plan', text('second'))
    await leave()
    expect(main.sinces).toEqual([3, 3])
  })

  it('that restored a moment is rendered anew, once', async () => {
    const draft = drafts(id)
    draft.write(0)
    expect(await draft.restore('2026-11-23T14:00:00.000Z', 'plan', 'plan')).toBe('2026-11-23T14:02:00.000Z')
    expect(reload.mock.calls).toEqual([[id]])
    expect(draft.state.getState().restored).toBe(1)
    expect([draft.takeFocus(), draft.takeFocus()]).toEqual(['plan', null])
  })

  it.each(['changed_meanwhile', 'would_be_emptied'] as const)(
    'with a part that is in conflict (%s) / keeps it here, and stores it when that is decided',
    async (conflict) => {
      const draft = drafts(id)
      draft.write(3)
      main.conflict = conflict
      draft.autosave.change('plan', text('mine'))
      await passes(60_000)
      expect(main.committed).toEqual([])
      expect(draft.autosave.state()).toMatchObject({ kind: 'failed', conflict: { part: 'plan', kind: conflict } })
      await draft.saveOverConflict('plan')
      expect(main.committed).toEqual(['mine'])
      expect(main.emptied).toEqual([true])
      expect(draft.autosave.state().kind).toBe('saved')
      draft.autosave.change('plan', text('more'))
      await passes(300)
      expect(main.emptied).toEqual([true, false])
    },
  )

  it('whose screen is left and shown anew / saves what was typed before by the revision that it was read at', async () => {
    const draft = drafts(id)
    const leave = draft.write(5)
    draft.autosave.change('plan', text('typed before'))
    void leave()
    const leaveAgain = draft.write(9)
    await passes(300)
    expect(main.sinces).toEqual([5])
    await leaveAgain()
  })

  it('that another window was asked for and that is left before the answer / is let go again', async () => {
    const draft = drafts(id)
    const leave = draft.show()
    await passes(0)
    const taken = draft.takeOver()
    leave()
    await taken
    await passes(0)
    expect(main.asked.lastIndexOf('draft:release')).toBeGreaterThan(main.asked.lastIndexOf('draft:takeOver'))
  })

  it('that is left with a part in conflict / stores what was written here', async () => {
    const draft = drafts(id)
    const leave = draft.write(3)
    main.conflict = 'changed_meanwhile'
    draft.autosave.change('plan', text('mine'))
    await leave()
    expect([main.committed, main.sinces, main.emptied]).toEqual([['mine'], [3, 3], [false]])
    expect(drafts(id)).not.toBe(draft)
  })

  it('with a part in conflict / does not keep the app from locking: what was written here is stored', async () => {
    const draft = drafts(id)
    const leave = draft.write(3)
    main.conflict = 'changed_meanwhile'
    draft.autosave.change('plan', text('mine'))
    await passes(1000)
    expect(draft.autosave.state().kind).toBe('failed')
    await askedToSave()
    expect(main.committed).toContain('mine')
    expect(draft.autosave.state().kind).toBe('saved')
    await leave()
  })

  it('with a private remark in conflict / saves both texts, and shows them before anything can be typed', async () => {
    const draft = drafts(id)
    draft.write(3)
    main.conflict = 'changed_meanwhile'
    draft.autosave.change('remark', text('mine'))
    await passes(1000)
    reload.mockImplementationOnce(() => {
      expect([main.committed, draft.state.getState().isRestoring]).toEqual([['mine'], true])
      return Promise.resolve()
    })
    await draft.keepBoth('remark')
    expect(reload).toHaveBeenCalledOnce()
    expect(draft.state.getState()).toMatchObject({ isRestoring: false, restored: 1 })
    expect(draft.takeFocus()).toBe('remark')
  })

  it('with a private remark in conflict when everything has to be saved / saves both texts and shows them', async () => {
    const draft = drafts(id)
    draft.write(3)
    main.conflict = 'changed_meanwhile'
    draft.autosave.change('remark', text('mine'))
    await passes(1000)
    expect(await askedToSave()).toBe('saved')
    expect([main.committed, draft.state.getState().restored]).toEqual([['mine'], 1])
  })

  it('with an empty addition where words are stored / shows what is stored, and saves nothing', async () => {
    const draft = drafts(id)
    draft.write(7)
    main.conflict = 'would_be_emptied'
    main.revision = 8
    draft.autosave.change('addition/one', text(''))
    await passes(1000)
    await draft.showStored('addition/one')
    expect([main.committed, draft.state.getState().restored]).toEqual([[], 1])
    expect(draft.autosave.state().kind).toBe('unchanged')
  })

  it('that is left where nothing stands in the place of words / does not store that', async () => {
    const leave = drafts(id).write(7)
    main.conflict = 'would_be_emptied'
    main.revision = 8
    drafts(id).autosave.change('plan', text(''))
    await leave()
    expect(main.committed).toEqual([])
  })

  it('that is being brought back / is said to be until it is drawn anew, and no longer when that fails', async () => {
    const draft = drafts(id)
    const seen: boolean[] = []
    draft.state.subscribe(({ isRestoring }) => seen.push(isRestoring))
    draft.write(0)
    draft.autosave.change('plan', text('typed last'))
    reload.mockImplementationOnce(() => {
      expect(draft.state.getState().isRestoring).toBe(true)
      return Promise.resolve()
    })
    await draft.restore('2026-11-23T14:00:00.000Z', 'plan', 'plan')
    expect(main.asked.indexOf('draft:save')).toBeLessThan(main.asked.indexOf('history:restore'))
    expect(draft.state.getState().isRestoring).toBe(false)
    main.refusal = 'DISK_FULL'
    draft.autosave.change('plan', text('typed later'))
    await expect(draft.restore('2026-11-23T14:00:00.000Z', 'plan', 'plan')).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    expect(draft.state.getState().isRestoring).toBe(false)
    expect(seen).toEqual([true, true, false, true, false])
  })
})
