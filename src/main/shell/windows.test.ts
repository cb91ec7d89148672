import { describe, expect, it } from 'vitest'
import type { FlushOutcome } from './flushRenderer.ts'
import { makeWindows, type AppWindow } from './windows.ts'

const windowOf = (id: number, outcome: FlushOutcome = 'saved') => {
  const seen: string[] = []
  const window: AppWindow = {
    id,
    place: null,
    hears: () => undefined,
    send: (event) => void seen.push(event),
    flush: () => Promise.resolve(outcome),
    answerFlush: () => undefined,
    load: async () => void seen.push('load'),
    reload: async () => void seen.push('reload'),
    async empty() {
      seen.push('empty')
      return 4000 + id
    },
    focus: () => void seen.push('focus'),
    destroy: () => undefined,
  }
  return { window, seen }
}

const openWindows = (...outcomes: FlushOutcome[]) => {
  const gone: (readonly number[])[] = []
  const windows = makeWindows(async (processIds) => void gone.push(processIds))
  const made = outcomes.map((outcome, at) => windowOf(at + 1, outcome))
  for (const { window } of made) windows.add(window)
  return { windows, gone, made, seen: made.map((one) => one.seen) }
}

describe('the open windows', () => {
  it('are known by their id until they are closed', () => {
    const { windows } = openWindows('saved', 'saved')
    expect(windows.of(2)?.id).toBe(2)
    expect(windows.of(3)).toBeUndefined()
    windows.remove(2)
    expect(windows.of(2)).toBeUndefined()
    expect(windows.count).toBe(1)
  })

  it('have the one in front that was used last', () => {
    const { windows } = openWindows('saved', 'saved', 'saved')
    expect(windows.front?.id).toBe(3)
    windows.raise(1)
    expect(windows.front?.id).toBe(1)
    windows.remove(1)
    expect(windows.front?.id).toBe(3)
    windows.raise(9)
    expect(windows.count).toBe(2)
  })

  it('have saved when all have; the one that could not comes to the front', async () => {
    expect(await openWindows('saved', 'saved').windows.flush()).toBe('saved')
    expect(await openWindows().windows.flush()).toBe('saved')
    expect(await openWindows('saved', 'no answer').windows.flush()).toBe('no answer')
    const { windows, seen } = openWindows('no answer', 'unsaved', 'saved')
    expect(await windows.flush()).toBe('unsaved')
    expect(seen).toEqual([[], ['focus'], []])
  })

  it('are loaded anew all at once, or all but one', async () => {
    const { windows, seen } = openWindows('saved', 'saved')
    await windows.reload()
    await windows.reload(1)
    expect(seen).toEqual([['reload'], ['reload', 'reload']])
  })

  it('are all emptied before any is loaded again, and the processes of the old pages are waited for', async () => {
    const { windows, gone, seen } = openWindows('saved', 'saved')
    await windows.replace()
    expect(seen).toEqual([
      ['empty', 'load'],
      ['empty', 'load'],
    ])
    expect(gone).toEqual([[4001, 4002]])
  })

  it('are replaced although one of them is gone, or cannot leave its page', async () => {
    const { windows, gone, made, seen } = openWindows('saved', 'saved', 'saved')
    Object.assign(made[0]!.window, { empty: () => Promise.resolve(null) })
    Object.assign(made[1]!.window, { empty: () => Promise.reject(new Error('aborted')) })
    await windows.replace()
    expect(gone).toEqual([[4003]])
    expect(seen).toEqual([['load'], ['load'], ['empty', 'load']])
  })

  it('receive what is sent to all', () => {
    const { windows, seen } = openWindows('saved', 'saved')
    windows.send('job', { kind: 'file check', progress: null })
    expect(seen).toEqual([['job'], ['job']])
  })

  it('hear what another one has changed', () => {
    const { windows, seen } = openWindows('saved', 'saved')
    windows.sendToOthers(1, 'changedElsewhere', { sessionId: null })
    expect(seen).toEqual([[], ['changedElsewhere']])
  })
})
