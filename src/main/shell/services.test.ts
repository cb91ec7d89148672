import { describe, expect, it, vi } from 'vitest'
import type { Channel, ErrorCode } from '#shared/contract/contract.ts'
import { watchServices, type SealedAnswer, type ServicePort } from './services.ts'

const answerOf = (code: ErrorCode | null, isOpen = false): SealedAnswer => ({
  code,
  isOpen,
  reply: { sealed: new Uint8Array(1) },
})
const portThatAnswers = (answers: Partial<Record<Channel, SealedAnswer>>): ServicePort => ({
  call: () => Promise.resolve({ ok: false, error: { code: 'LOCKED' } }),
  callSealed: (_, channel) => Promise.resolve(answers[channel] ?? answerOf(null)),
  agree: () => Promise.resolve({ ok: true, data: {} }),
  rescue: () => Promise.resolve({ ok: true, data: {} }),
  backupPlace: () => Promise.resolve({ ok: true, data: {} }),
  cancelJob: () => undefined,
  leaveJob: () => undefined,
  forget: () => undefined,
  lock: () => Promise.resolve(),
  close: () => Promise.resolve(),
})
const watcher = () => ({ onSettings: vi.fn(), onLost: vi.fn() })
const opened = answerOf(null, true)
const locked = answerOf('LOCKED')
const request = { number: 1, sessionId: null, sealed: new Uint8Array(1) }

describe('the watch over the vault', () => {
  it('sees it open after an answer that says so', async () => {
    const seen = watcher()
    const services = watchServices(portThatAnswers({ 'vault:unlock': opened }), seen)
    expect(services.isUnlocked).toBe(false)
    await services.callSealed(1, 'vault:unlock', request)
    expect(services.isUnlocked).toBe(true)
    expect(seen.onSettings).toHaveBeenCalledTimes(1)
    await services.callSealed(1, 'practice:saveSettings', request)
    expect(seen.onSettings).toHaveBeenCalledTimes(2)
  })

  it('sees it stay closed after a wrong passphrase', async () => {
    const services = watchServices(portThatAnswers({ 'vault:unlock': answerOf('WRONG_PASSPHRASE') }), watcher())
    await services.callSealed(1, 'vault:unlock', request)
    expect(services.isUnlocked).toBe(false)
  })

  it('reports once when it was closed unexpectedly', async () => {
    const seen = watcher()
    const services = watchServices(portThatAnswers({ 'vault:unlock': opened, 'client:list': locked }), seen)
    await services.callSealed(1, 'vault:unlock', request)
    await services.callSealed(1, 'client:list', request)
    await services.callSealed(1, 'client:list', request)
    expect(services.isUnlocked).toBe(false)
    expect(seen.onLost).toHaveBeenCalledTimes(1)
  })

  it('does not take a lock of our own for an accident', async () => {
    const seen = watcher()
    const services = watchServices(portThatAnswers({ 'vault:unlock': opened, 'client:list': locked }), seen)
    await services.callSealed(1, 'vault:unlock', request)
    await services.lock()
    await services.callSealed(1, 'client:list', request)
    expect(seen.onLost).not.toHaveBeenCalled()
  })

  it('throws a refusal as an error of main', async () => {
    const services = watchServices(portThatAnswers({}), watcher())
    await expect(services.ask('practice:get', {})).rejects.toMatchObject({ code: 'LOCKED' })
  })

  it('while it is being opened / says so, and a lock in the middle keeps it closed', async () => {
    const { promise, resolve } = Promise.withResolvers<SealedAnswer>()
    const port = { ...portThatAnswers({}), callSealed: () => promise }
    const services = watchServices(port, watcher())
    const opening = services.callSealed(1, 'vault:unlock', request)
    expect([services.isOpening, services.isUnlocked]).toEqual([true, false])
    await services.lock()
    resolve(opened)
    await opening
    expect([services.isOpening, services.isUnlocked]).toEqual([false, false])
  })
})
