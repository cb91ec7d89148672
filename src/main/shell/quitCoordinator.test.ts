import { describe, expect, it, vi } from 'vitest'
import { makeQuitCoordinator, type QuitSteps } from './quitCoordinator.ts'

const recorded = (overrides: Partial<QuitSteps> = {}) => {
  const steps: string[] = []
  const note =
    <T>(name: string, value: T) =>
    () => {
      steps.push(name)
      return Promise.resolve(value)
    }
  const all: QuitSteps = {
    flush: note('flush', 'saved' as const),
    confirmLoss: note('confirm', 'stay' as const),
    backUp: note('back up', 'not due' as const),
    stay: () => void steps.push('stay'),
    endWork: note('end work', undefined),
    close: note('close', undefined),
    exit: () => void steps.push('exit'),
    ...overrides,
  }
  return { steps, all }
}
const never = () => new Promise<void>(() => undefined)

describe('quitting', () => {
  it('saves, backs up, closes, exits, in this order', async () => {
    const { steps, all } = recorded()
    await makeQuitCoordinator(all, never).quit()
    expect(steps).toEqual(['flush', 'back up', 'end work', 'close', 'exit'])
  })

  it('saves once more after a backup that took time', async () => {
    const { steps, all } = recorded({ backUp: () => Promise.resolve('waited') })
    await makeQuitCoordinator(all, never).quit()
    expect(steps).toEqual(['flush', 'flush', 'end work', 'close', 'exit'])
  })

  it('stays when what was typed during the backup cannot be saved and the user says so', async () => {
    let saves = 0
    const { steps, all } = recorded({
      flush: () => Promise.resolve((saves += 1) === 1 ? 'saved' : 'unsaved'),
      backUp: () => Promise.resolve('waited'),
    })
    await makeQuitCoordinator(all, never).quit()
    expect(steps).toEqual(['confirm', 'stay'])
  })

  it('makes no backup when the system ends', async () => {
    const { steps, all } = recorded()
    await makeQuitCoordinator(all, never).quit('shutdown')
    expect(steps).toEqual(['flush', 'end work', 'close', 'exit'])
  })

  it('happens once however often it is asked for', async () => {
    const { steps, all } = recorded()
    const coordinator = makeQuitCoordinator(all, never)
    await Promise.all([coordinator.quit(), coordinator.quit(), coordinator.quit()])
    expect(steps).toEqual(['flush', 'back up', 'end work', 'close', 'exit'])
  })

  it('asks before it loses what a field holds and cannot store', async () => {
    const { steps, all } = recorded({ flush: () => Promise.resolve('unstored') })
    await makeQuitCoordinator(all, never).quit()
    expect(steps).toEqual(['confirm'])
  })

  it('asks before it loses text that could not be saved, and stays when the user says so', async () => {
    const { steps, all } = recorded({ flush: () => Promise.resolve('unsaved') })
    const coordinator = makeQuitCoordinator(all, never)
    await coordinator.quit()
    expect(steps).toEqual(['confirm'])
    await coordinator.quit()
    expect(steps).toEqual(['confirm', 'confirm'])
  })

  it('does not wait for a renderer that gives no answer', async () => {
    const { steps, all } = recorded({ flush: () => Promise.resolve('no answer') })
    await makeQuitCoordinator(all, never).quit()
    expect(steps).toEqual(['end work', 'close', 'exit'])
  })

  it('exits although the database does not close in time', async () => {
    const { steps, all } = recorded({ close: never })
    await makeQuitCoordinator(all, () => Promise.resolve()).quit()
    expect(steps).toEqual(['flush', 'back up', 'end work', 'exit'])
  })

  it('waits for a file that is being written, while the database closes', async () => {
    const { promise: removed, resolve: remove } = Promise.withResolvers<void>()
    const { steps, all } = recorded({ endWork: () => removed })
    const quitting = makeQuitCoordinator(all, never).quit('shutdown')
    await vi.waitFor(() => expect(steps).toEqual(['flush', 'close']))
    remove()
    await quitting
    expect(steps).toEqual(['flush', 'close', 'exit'])
  })

  it('exits although a disk does not answer, after less time than the database has', async () => {
    const waited: number[] = []
    const { steps, all } = recorded({ endWork: never })
    await makeQuitCoordinator(all, (milliseconds) => {
      waited.push(milliseconds)
      return Promise.resolve()
    }).quit('shutdown')
    expect(steps).toEqual(['flush', 'close', 'exit'])
    expect(waited[0]).toBeLessThanOrEqual(5000)
  })

  it('exits although closing fails', async () => {
    const { steps, all } = recorded({ close: () => Promise.reject(new Error('no')) })
    await makeQuitCoordinator(all, never).quit()
    expect(steps).toEqual(['flush', 'back up', 'end work', 'exit'])
  })
})
