import { describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '#shared/contract/contract.ts'
import { sessionWrites } from '#shared/contract/sessionWrites.ts'
import { makePageNotices } from './pageNotices.ts'

const sessionId = '0190a5e0-0000-7000-8000-000000000001'

function heard() {
  const told: unknown[] = []
  const onWritten = vi.fn()
  let isUnlocked = false
  const hear = makePageNotices({
    services: {
      hear: ({ isOpen }) => void (isUnlocked ||= isOpen),
      get isUnlocked() {
        return isUnlocked
      },
    },
    windows: {
      sendToOthers: (but, event, payload) => void told.push([but, event, payload]),
      reload: async (but) => void told.push([but, 'reload']),
    },
    onWritten,
  })
  const done = (channel: string, session: string | null = null, code: ErrorCode | null = null, isOpen = false) =>
    hear({ page: 2, channel, stage: 'done', code, isOpen, sessionId: session })
  return { told, done, hear, onWritten }
}

describe('what a page has asked of the services', () => {
  it.each(Object.keys(sessionWrites))('%s is told to the other windows with its session', (channel) => {
    const { told, done } = heard()
    done(channel, sessionId)
    expect(told).toEqual([[2, 'changedElsewhere', { sessionId }]])
  })

  it('is told to nobody when it was read, is of the vault or of one’s own place, or failed', () => {
    const { told, done } = heard()
    done('session:get')
    done('workspace:save')
    done('vault:confirmRecoveryCode')
    done('client:update', null, 'DISK_FULL')
    expect(told).toEqual([])
    done('client:update')
    expect(told).toEqual([[2, 'changedElsewhere', { sessionId: null }]])
  })

  it('is told as writing when it was done and no read', () => {
    const { done, onWritten } = heard()
    done('vault:status')
    done('session:saveSection', sessionId, 'CONFLICT')
    expect(onWritten).not.toHaveBeenCalled()
    done('session:saveSection', sessionId)
    expect(onWritten).toHaveBeenCalledTimes(1)
  })

  it('brings the other windows back from their lock screens when one has unlocked', () => {
    const { told, done, hear } = heard()
    hear({ page: 2, channel: 'vault:unlock', stage: 'begun', code: null, isOpen: false, sessionId: null })
    expect(told).toEqual([])
    done('vault:unlock', null, null, true)
    done('vault:status', null, null, true)
    expect(told).toEqual([[2, 'reload']])
  })
})
