import { describe, expect, it } from 'vitest'
import { Failure, type ask } from '#renderer/bridge/bridge.ts'
import { composeSealed } from './composeSealed.ts'

const seal = { line: `PALPATE-SEAL-1.${'7Z'.repeat(114)}` }
const request = {} as Parameters<typeof composeSealed>[1]

/** A bridge with these answers; an error is thrown. */
const answering = (answers: Readonly<Record<string, unknown>>) =>
  (async (channel: string) => {
    const answer = answers[channel]
    if (answer instanceof Error) throw answer
    return answer
  }) as unknown as typeof ask

describe('the file to print', () => {
  it('carries a seal that is kept', async () => {
    const bridge = answering({ 'print:compose': { seal: null }, 'record:makeSeal': seal })
    expect(await composeSealed(bridge, request)).toEqual({ seal })
  })

  it('where no seal can be kept / carries the one that it was composed with', async () => {
    const bridge = answering({
      'print:compose': { seal },
      'record:makeSeal': new Failure({ code: 'DISK_FULL' }),
    })
    expect(await composeSealed(bridge, request)).toEqual({ seal })
  })
})
