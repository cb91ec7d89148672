// The jobs of both processes as windows see them.
import { describe, expect, it, vi } from 'vitest'
import type { JobProgress, JobUpdate } from '#shared/contract/jobs.ts'
import { AppError } from '#main/appError.ts'
import type { JobControl } from '#main/jobs/jobs.ts'
import { makeJobBoard } from './jobBoard.ts'

const signatures: JobProgress = { stage: 'signatures', done: 7, total: 20 }
const composing: JobProgress = { stage: 'composing', done: 10, total: 300 }
/** Two windows. */
const ours = 1
const another = 2
const cancelled = new AppError('CANCELLED')
const endless = ({ wait }: JobControl<'patient file'>) => wait(new Promise<never>(() => undefined))
const printing = { stage: 'printing', done: 0, total: 0 } as const

function emptyBoard() {
  const sent: JobUpdate[] = []
  const inServices: unknown[] = []
  const board = makeJobBoard({
    send: (_, update) => void sent.push(update),
    services: {
      cancelJob: (...given) => void inServices.push(['cancel', ...given]),
      leaveJob: (...given) => void inServices.push(['leave', ...given]),
      forget: (...given) => void inServices.push(['forget', ...given]),
    },
  })
  return { board, sent, inServices }
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
    const job = board.run(
      'patient file',
      async ({ step }) => {
        await step({ stage: 'collecting', done: 0, total: 0 })
        board.update({ kind: 'patient file', progress: composing })
        board.update({ kind: 'patient file', progress: null })
        await step(printing)
        return printed
      },
      ours,
    )
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
    const { board, inServices } = emptyBoard()
    const job = board.run('patient file', endless, ours)
    board.cancel('patient file')
    await expect(job).rejects.toEqual(new AppError('CANCELLED'))
    expect(inServices).toEqual([['cancel', 'patient file']])
  })

  it('ends a job whose window leaves it, in whichever process its work is, and none that another one leaves', async () => {
    const { board, inServices, sent } = emptyBoard()
    const job = board.run('patient file', endless, ours)
    board.leave(another, 'patient file')
    board.leave(ours, 'record check')
    board.forget(another)
    await new Promise((resolve) => void setImmediate(resolve))
    expect(sent).toEqual([])
    board.leave(ours, 'patient file')
    await expect(job).rejects.toEqual(cancelled)
    expect(inServices).toEqual([
      ['leave', another, 'patient file'],
      ['leave', ours, 'record check'],
      ['forget', another],
      ['leave', ours, 'patient file'],
    ])
  })

  it('ends a job whose page is gone', async () => {
    const { board, inServices } = emptyBoard()
    const job = board.run('patient file', endless, ours)
    board.forget(ours)
    await expect(job).rejects.toEqual(cancelled)
    expect(inServices).toEqual([['forget', ours]])
  })

  it('while a vault is locked / begins nothing, and does afterwards', async () => {
    const { board } = emptyBoard()
    const locked = new AppError('LOCKED')
    const work = vi.fn(() => Promise.resolve('made'))
    void board.close(locked)
    await expect(board.run('patient file', work, ours)).rejects.toEqual(locked)
    expect(work).not.toHaveBeenCalled()
    board.open()
    expect(await board.run('patient file', work, ours)).toBe('made')
  })

  it('closes when the work has cleared up, also where that was cancelled before', async () => {
    const { board } = emptyBoard()
    const { promise: removed, resolve: remove } = Promise.withResolvers<void>()
    const job = board.run(
      'patient file',
      async ({ wait }) => {
        try {
          return await wait(new Promise<never>(() => undefined))
        } finally {
          await removed
        }
      },
      ours,
    )
    job.catch(() => undefined)
    board.cancel('patient file')
    const order: string[] = []
    const closed = board.close(new AppError('LOCKED')).then(() => order.push('closed'))
    await new Promise((resolve) => void setImmediate(resolve))
    order.push('removed')
    remove()
    await closed
    expect(order).toEqual(['removed', 'closed'])
    await expect(job).rejects.toEqual(cancelled)
  })

  it('when the services’ process ends / reports the end of what ran there, and of nothing else', async () => {
    const { board, sent } = emptyBoard()
    const job = board.run(
      'patient file',
      async ({ step, wait }) => {
        await step(printing)
        return wait(new Promise<never>(() => undefined))
      },
      ours,
    )
    board.update({ kind: 'record check', progress: signatures })
    board.update({ kind: 'new keys', progress: { stage: 'copying', done: 0, total: 0 } })
    board.servicesEnded()
    board.servicesEnded()
    const ended = sent.filter(({ progress }) => progress === null)
    expect(ended.map(({ kind }) => kind)).toEqual(['record check', 'new keys'])
    expect(board.running().jobs.map(({ kind }) => kind)).toEqual(['patient file'])
    await board.close(new AppError('LOCKED'))
    await expect(job).rejects.toEqual(new AppError('LOCKED'))
    expect(board.running()).toEqual({ jobs: [] })
  })
})
