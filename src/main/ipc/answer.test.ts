import { describe, expect, it } from 'vitest'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'
import { answer, type Answerers } from './answer.ts'

const secret = 'Ana Silva has a sore neck'

const answerers = (shell: Partial<ShellHandlers> = {}): Answerers & { asked: unknown[] } => {
  const asked: unknown[] = []
  return {
    asked,
    callService: (channel, input) => {
      asked.push([channel, input])
      return Promise.resolve({ ok: true, data: {} })
    },
    shell: shell as ShellHandlers,
  }
}

describe('a message to main', () => {
  it('reaches the services with its checked input', async () => {
    const to = answerers()
    const id = '0199c7a0-0000-7000-8000-000000000001'
    expect(await answer(to, 'client:get', { id }, 1)).toEqual({ ok: true, data: {} })
    expect(to.asked).toEqual([['client:get', { id }]])
  })

  it('with wrong types is refused before anybody sees it, and says where but not what', async () => {
    const to = answerers()
    const result = await answer(to, 'client:get', { id: secret }, 1)
    expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION', details: { issues: [{ path: 'id' }] } } })
    expect(JSON.stringify(result)).not.toContain(secret)
    expect(to.asked).toEqual([])
  })

  it('with extra keys is refused', async () => {
    const to = answerers()
    const result = await answer(to, 'client:list', { everything: true }, 1)
    expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect(to.asked).toEqual([])
  })

  it('of 50 MB is refused', async () => {
    const result = await answer(answerers(), 'vault:unlock', { passphrase: 'x'.repeat(50_000_000) }, 1)
    expect(result).toEqual({ ok: false, error: { code: 'TOO_LARGE' } })
  })

  it('that fails on purpose answers with its code', async () => {
    const to = answerers({ 'patientFile:showSaved': () => Promise.reject(new AppError('NOT_FOUND')) })
    expect(await answer(to, 'patientFile:showSaved', {}, 1)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } })
  })

  it('that fails by mistake answers without a word of the cause', async () => {
    const to = answerers({ 'patientFile:showSaved': () => Promise.reject(new Error(secret)) })
    expect(await answer(to, 'patientFile:showSaved', {}, 1)).toEqual({ ok: false, error: { code: 'INTERNAL' } })
  })
})
