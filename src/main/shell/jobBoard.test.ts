// The jobs of both processes as windows see them.
import { describe, expect, it } from 'vitest'
import type { JobKind, JobProgress, JobUpdate } from '#shared/contract/jobs.ts'
import { AppError } from '#main/appError.ts'
import { makeJobBoard } from './jobBoard.ts'

const signatures: JobProgress = { stage: 'signatures', done: 7, total: 20 }
const composing: JobProgress = { stage: 'composing', done: 10, total: 300 }
const printing = { stage: 'printing', done: 0, total: 0 } as const

function emptyBoard() {
  const sent: JobUpdate[] = []
  const cancelled: JobKind[] = []
  const board = makeJobBoard({
    send: (_, update) => void sent.push(update),
    cancelInServices: (kind) => void cancelled.push(kind),
  })
  return { board, sent, cancelled }
}

describe('the board of jobs', () => {
  it('passes on the updates of the services, and knows what runs', () => {
    const { board, sent } = emptyBoard()
    board.update({ kind: 'record check', progress: signatures })
    expect(board.running()).toEqual({ jobs: [{ kind: 'record check', progress: signatures }] })
    board.update({ kind: 'record check', progress: null })
    expect(board.running()).toEqual({ jobs: [] })
    expect(sent).toEqual([
      { kind: 'record check', progress: signatures },
      { kind: 'record check', progress: null },
    ])
  })

  it('reports no end of a job that was never reported', () => {
    const { board, sent } = emptyBoard()
    board.update({ kind: 'record check', progress: null })
    expect(sent).toEqual([])
  })

  it('shows a job that both processes work at as one, which ends when both have', async () => {
    const { board, sent } = emptyBoard()
    const { promise: printed, resolve: print } = Promise.withResolvers<string>()
    const job = board.run('patient file', async ({ step }) => {
      await step({ stage: 'collecting', done: 0, total: 0 })
      board.update({ kind: 'patient file', progress: composing })
      board.update({ kind: 'patient file', progress: null })
      await step(printing)
      return printed
    })
    await new Promise((resolve) => void setTimeout(resolve, 5))
    expect(board.running()).toEqual({ jobs: [{ kind: 'patient file', progress: printing }] })
    print('file.pdf')
    expect(await job).toBe('file.pdf')
    expect(sent.map(({ progress }) => progress?.stage ?? 'ended')).toEqual([
      'collecting',
      'composing',
      'printing',
      'ended',
    ])
  })

  it('ends a job wherever its work is', async () => {
    const { board, cancelled } = emptyBoard()
    const job = board.run('patient file', ({ wait }) => wait(new Promise<never>(() => undefined)))
    board.cancel('patient file')
    await expect(job).rejects.toEqual(new AppError('CANCELLED'))
    expect(cancelled).toEqual(['patient file'])
  })

  it('when the services’ process ends / reports the end of what ran there, and of nothing else', async () => {
    const { board, sent } = emptyBoard()
    const job = board.run('patient file', async ({ step, wait }) => {
      await step(printing)
      return wait(new Promise<never>(() => undefined))
    })
    board.update({ kind: 'record check', progress: signatures })
    board.update({ kind: 'new keys', progress: { stage: 'copying', done: 0, total: 0 } })
    board.servicesEnded()
    board.servicesEnded()
    const ended = sent.filter(({ progress }) => progress === null)
    expect(ended.map(({ kind }) => kind)).toEqual(['record check', 'new keys'])
    expect(board.running().jobs.map(({ kind }) => kind)).toEqual(['patient file'])
    board.endAll(new AppError('LOCKED'))
    await expect(job).rejects.toEqual(new AppError('LOCKED'))
    expect(board.running()).toEqual({ jobs: [] })
  })
})
