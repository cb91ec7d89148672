import { describe, expect, it } from 'vitest'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'
import { answer, type Answerers } from './answer.ts'

const secret = 'Ana Silva has a sore neck'
const sealed = { number: 1, sessionId: null, sealed: new Uint8Array(40) }

const answerers = (shell: Partial<ShellHandlers> = {}): Answerers & { asked: unknown[]; mistakes: unknown[] } => {
  const asked: unknown[] = []
  const mistakes: unknown[] = []
  return {
    asked,
    mistakes,
    onMistake: (channel, error) => void mistakes.push([channel, error]),
    callService: (channel, request) => {
      asked.push([channel, request])
      return Promise.resolve({ sealed: new Uint8Array(1) })
    },
    shell: shell as ShellHandlers,
  }
}

describe('a message to the services', () => {
  it('is carried as it came, sealed, with nothing beside it', async () => {
    const to = answerers()
    const reply = await answer(to, 'client:get', { ...sealed, more: secret }, 1)
    expect(reply).toEqual({ sealed: new Uint8Array(1) })
    expect(to.asked).toEqual([['client:get', sealed]])
  })

  it.each([
    ['that is not sealed', { id: secret }],
    ['that is a text', secret],
    ['without anything in it', undefined],
    ['without a number', { ...sealed, number: 'one' }],
    ['with a session that is none', { ...sealed, sessionId: { toString: secret } }],
    ['with a text in place of the sealed bytes', { ...sealed, sealed: secret }],
  ])('%s is refused before anybody sees it', async (_, message) => {
    const to = answerers()
    const result = await answer(to, 'client:get', message, 1)
    expect(result).toEqual({ ok: false, error: { code: 'VALIDATION' } })
    expect(to.asked).toEqual([])
  })

  it('of 50 MB is refused', async () => {
    const to = answerers()
    const message = { ...sealed, sealed: new Uint8Array(50_000_000) }
    expect(await answer(to, 'client:get', message, 1)).toEqual({ ok: false, error: { code: 'TOO_LARGE' } })
    expect(to.asked).toEqual([])
  })
})

describe('a message to the shell', () => {
  const text = (input: unknown) => JSON.stringify(input)

  it('reaches its handler with its checked input', async () => {
    const opened: unknown[] = []
    const to = answerers({
      'window:open': (input, windowId) => {
        opened.push([input, windowId])
        return {}
      },
    })
    expect(await answer(to, 'window:open', text({ path: '/today' }), 7)).toEqual({ ok: true, data: {} })
    expect(opened).toEqual([[{ path: '/today' }, 7]])
  })

  it('with wrong types or extra keys is refused, and says where but not what', async () => {
    for (const input of [{ path: secret }, { path: null, everything: secret }, {}, null]) {
      const result = await answer(answerers(), 'window:open', text(input), 1)
      expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION', details: { issues: [{}] } } })
      expect(JSON.stringify(result)).not.toContain(secret)
    }
  })

  it('that is no text of a value is refused', async () => {
    for (const message of [undefined, null, { path: null }, '{']) {
      expect(await answer(answerers(), 'window:open', message, 1)).toEqual({ ok: false, error: { code: 'VALIDATION' } })
    }
  })

  it('of 50 MB, or of many thousand keys, is refused', async () => {
    const keys = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`k${at}`, 1]))
    for (const message of [text({ path: 'x'.repeat(50_000_000) }), text(keys)]) {
      const result = await answer(answerers(), 'window:open', message, 1)
      expect(result).toEqual({ ok: false, error: { code: 'TOO_LARGE' } })
    }
  })

  it('that fails on purpose answers with its code', async () => {
    const to = answerers({ 'patientFile:showSaved': () => Promise.reject(new AppError('NOT_FOUND')) })
    expect(await answer(to, 'patientFile:showSaved', '{}', 1)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } })
    expect(to.mistakes).toEqual([])
  })

  it('that fails by mistake answers without a word of the cause, and has the mistake kept', async () => {
    const cause = new Error(secret)
    const to = answerers({ 'patientFile:showSaved': () => Promise.reject(cause) })
    expect(await answer(to, 'patientFile:showSaved', '{}', 1)).toEqual({ ok: false, error: { code: 'INTERNAL' } })
    expect(to.mistakes).toEqual([['patientFile:showSaved', new AppError('INTERNAL', undefined, { cause })]])
  })
})
