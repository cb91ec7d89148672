import { describe, expect, it, vi } from 'vitest'
import type { PageNotice } from '#main/services/process/messages.ts'
import type { Channel } from '#shared/contract/contract.ts'
import { watchServices, type ServicePort } from './services.ts'

const port = (changes: Partial<ServicePort> = {}): ServicePort => ({
  call: () => Promise.resolve({ ok: false, error: { code: 'LOCKED' } }),
  rescue: () => Promise.resolve({ ok: true, data: {} }),
  lock: () => Promise.resolve(),
  close: () => Promise.resolve(),
  ...changes,
})
const watcher = () => ({ onSettings: vi.fn(), onLost: vi.fn() })
const of = (channel: Channel, changes: Partial<PageNotice> = {}): PageNotice => ({
  page: 1,
  channel,
  stage: 'done',
  code: null,
  isOpen: false,
  sessionId: null,
  ...changes,
})
const begun = of('vault:unlock', { stage: 'begun' })
const opened = of('vault:unlock', { isOpen: true })
const locked = of('client:list', { code: 'LOCKED' })

describe('the watch over the vault', () => {
  it('sees it open after an answer that says so', () => {
    const seen = watcher()
    const services = watchServices(port(), seen)
    expect(services.isUnlocked).toBe(false)
    services.hear(opened)
    expect(services.isUnlocked).toBe(true)
    expect(seen.onSettings).toHaveBeenCalledTimes(1)
    services.hear(of('practice:saveSettings'))
    expect(seen.onSettings).toHaveBeenCalledTimes(2)
  })

  it('sees it stay closed after a wrong passphrase', () => {
    const services = watchServices(port(), watcher())
    services.hear(begun)
    services.hear(of('vault:unlock', { code: 'WRONG_PASSPHRASE' }))
    expect([services.isOpening, services.isUnlocked]).toEqual([false, false])
  })

  it('tells when it was closed by an accident, once', () => {
    const seen = watcher()
    const services = watchServices(port(), seen)
    services.hear(opened)
    services.hear(locked)
    services.hear(locked)
    expect(services.isUnlocked).toBe(false)
    expect(seen.onLost).toHaveBeenCalledTimes(1)
  })

  it('does not take a lock of our own for an accident', async () => {
    const seen = watcher()
    const services = watchServices(port(), seen)
    services.hear(opened)
    await services.lock()
    services.hear(locked)
    expect(seen.onLost).not.toHaveBeenCalled()
  })

  it('throws a refusal as an error of main', async () => {
    const services = watchServices(port(), watcher())
    await expect(services.ask('practice:get', {})).rejects.toMatchObject({ code: 'LOCKED' })
  })

  it('while it is being opened / says so, and a lock in the middle keeps it closed', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const services = watchServices(port({ lock: () => promise }), watcher())
    services.hear(begun)
    expect([services.isOpening, services.isUnlocked]).toEqual([true, false])
    const locking = services.lock()
    services.hear(opened)
    expect(services.isUnlocked).toBe(false)
    resolve()
    await locking
    expect([services.isOpening, services.isUnlocked]).toEqual([false, false])
  })
})
