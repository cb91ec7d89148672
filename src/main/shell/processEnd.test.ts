import { describe, expect, it } from 'vitest'
import { untilGone } from './processEnd.ts'

/** Processes that end after so many looks at them. */
const processes = (lives: Record<number, number>) => {
  const left = { ...lives }
  const killed: number[] = []
  return {
    killed,
    isRunning: (id: number) => {
      left[id] = (left[id] ?? 0) - 1
      return left[id] >= 0
    },
    kill: (id: number) => {
      killed.push(id)
      if (id === 13) throw new Error('no such process')
    },
    pause: async () => undefined,
  }
}

describe('waiting for the end of processes', () => {
  it('ends when all are gone, and kills none of them', async () => {
    const played = processes({ 11: 3, 12: 0 })
    await untilGone([11, 12], played)
    expect(played.killed).toEqual([])
  })

  it('kills those that do not go, also when one goes in that moment', async () => {
    const played = processes({ 11: Infinity, 12: 1, 13: Infinity, 14: Infinity })
    await untilGone([11, 12, 13, 14], played)
    expect(played.killed).toEqual([11, 13, 14])
  })

  it('asks after nobody where there is no process', async () => {
    const played = processes({ 0: Infinity })
    await untilGone([0], played)
    expect(played.killed).toEqual([])
  })
})
