import { describe, expect, it, vi } from 'vitest'
import type { Result } from '#shared/contract/errors.ts'
import { watchServices, type ServicePort } from './services.ts'

const portThatAnswers = (answers: Record<string, Result<unknown>>): ServicePort => ({
  call: (channel) => Promise.resolve(answers[channel] ?? { ok: true, data: {} }),
  lock: () => Promise.resolve(),
  close: () => Promise.resolve(),
})
const watcher = () => ({ onSettings: vi.fn(), onLost: vi.fn() })
const locked: Result<never> = { ok: false, error: { code: 'LOCKED' } }

describe('the watch over the vault', () => {
  it.each(['vault:create', 'vault:unlock', 'vault:recover'] as const)('sees it open after %s', async (channel) => {
    const seen = watcher()
    const services = watchServices(portThatAnswers({}), seen)
    expect(services.isUnlocked).toBe(false)
    await services.call(channel, {})
    expect(services.isUnlocked).toBe(true)
    expect(seen.onSettings).toHaveBeenCalledTimes(1)
  })

  it('sees it stay closed after a wrong passphrase', async () => {
    const wrong: Result<never> = { ok: false, error: { code: 'WRONG_PASSPHRASE' } }
    const services = watchServices(portThatAnswers({ 'vault:unlock': wrong }), watcher())
    await services.call('vault:unlock', {})
    expect(services.isUnlocked).toBe(false)
  })

  it('tells when it was closed by an accident, once', async () => {
    const seen = watcher()
    const services = watchServices(portThatAnswers({ 'client:list': locked }), seen)
    await services.call('vault:unlock', {})
    await services.call('client:list', {})
    await services.call('client:list', {})
    expect(services.isUnlocked).toBe(false)
    expect(seen.onLost).toHaveBeenCalledTimes(1)
  })

  it('does not take a lock of our own for an accident', async () => {
    const seen = watcher()
    const services = watchServices(portThatAnswers({ 'client:list': locked }), seen)
    await services.call('vault:unlock', {})
    await services.lock()
    await services.call('client:list', {})
    expect(seen.onLost).not.toHaveBeenCalled()
  })

  it('throws a refusal as an error of main', async () => {
    const services = watchServices(portThatAnswers({ 'practice:get': locked }), watcher())
    await expect(services.ask('practice:get', {})).rejects.toMatchObject({ code: 'LOCKED' })
  })
})
