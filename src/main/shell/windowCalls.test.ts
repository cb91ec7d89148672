import { describe, expect, it } from 'vitest'
import { channels, contract, type Channel, type ErrorCode } from '#shared/contract/contract.ts'
import { makeWindowCalls } from './windowCalls.ts'

const sessionId = '0190a5e0-0000-7000-8000-000000000001'

/** What is sealed can be anything: nobody here looks into it. */
const reply = { sealed: new Uint8Array(1) }
const requestFor = (session: string | null) => ({ number: 1, sessionId: session, sealed: new Uint8Array(1) })
const request = requestFor(null)

function calls(writer: number, code: ErrorCode | null = null) {
  const asked: Channel[] = []
  const sent: unknown[] = []
  let isUnlocked = false
  const call = makeWindowCalls({
    services: {
      callSealed: (_, channel) => {
        asked.push(channel)
        if (channel === 'vault:unlock') isUnlocked = true
        return Promise.resolve({ code, isOpen: isUnlocked, reply })
      },
      get isUnlocked() {
        return isUnlocked
      },
    },
    windows: {
      of: () => undefined,
      sendToOthers: (but, event, payload) => void sent.push([but, event, payload]),
      reload: async (but) => void sent.push([but, 'reload']),
    },
    leases: { mayWrite: (session, windowId) => session !== sessionId || windowId === writer },
  })
  return { call, asked, sent }
}

describe('what windows ask of the services', () => {
  it.each(channels.filter((channel) => contract[channel].effect === 'session'))(
    '%s is refused to a window that does not write in the session',
    async (channel) => {
      const { call, asked, sent } = calls(1)
      expect(await call(channel, requestFor(sessionId), 2)).toEqual({ ok: false, error: { code: 'CONFLICT' } })
      expect([...asked, ...sent]).toEqual([])
      expect(await call(channel, requestFor(sessionId), 1)).toEqual(reply)
      expect(asked).toEqual([channel])
      expect(sent).toEqual([[1, 'changedElsewhere', { sessionId }]])
    },
  )

  it('may be read by any window, and nobody is notified', async () => {
    const { call, sent } = calls(1)
    expect(await call('session:get', request, 2)).toEqual(reply)
    expect(sent).toEqual([])
  })

  it('notifies the others when it changed something besides notes, but not when it failed', async () => {
    const { call, sent } = calls(1)
    await call('client:update', request, 2)
    await call('workspace:save', request, 2)
    expect(sent).toEqual([[2, 'changedElsewhere', { sessionId: null }]])
    const failing = calls(1, 'DISK_FULL')
    await failing.call('client:update', request, 2)
    expect(failing.sent).toEqual([])
  })

  it('brings the other windows back from their lock screens when one has unlocked', async () => {
    const { call, sent } = calls(1)
    await call('vault:unlock', request, 2)
    await call('vault:status', request, 2)
    expect(sent).toEqual([[2, 'reload']])
  })
})
