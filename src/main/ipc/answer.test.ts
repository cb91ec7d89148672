import { describe, expect, it } from 'vitest'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'
import { answer } from './answer.ts'

const secret = 'Ana Silva has a sore neck'
const answerers = (shell: Partial<ShellHandlers> = {}) => shell as ShellHandlers

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
  })

  it('that fails by mistake answers without a word of the cause', async () => {
    const to = answerers({ 'patientFile:showSaved': () => Promise.reject(new Error(secret)) })
    expect(await answer(to, 'patientFile:showSaved', '{}', 1)).toEqual({ ok: false, error: { code: 'INTERNAL' } })
  })
})
