import { describe, expect, it } from 'vitest'
import { checkInput } from './checkInput.ts'

const secret = 'Ana Silva has a sore neck'
const id = '0199c7a0-0000-7000-8000-000000000001'
const tooLarge = { ok: false, error: { code: 'TOO_LARGE' } }

describe('the check of an input', () => {
  it('gives what fits as it is', () => {
    expect(checkInput('client:get', { id })).toEqual({ ok: true, data: { id } })
  })

  it('refuses wrong types, and says where but not what', () => {
    const result = checkInput('client:get', { id: secret })
    expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION', details: { issues: [{ path: 'id' }] } } })
    expect(JSON.stringify(result)).not.toContain(secret)
  })

  it('refuses extra keys', () => {
    expect(checkInput('client:list', { everything: true })).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  })

  it('refuses 50 MB', () => {
    expect(checkInput('vault:unlock', { passphrase: 'x'.repeat(50_000_000) })).toEqual(tooLarge)
  })

  it('refuses 700,000 keys that nobody knows', () => {
    const many = Object.fromEntries(Array.from({ length: 700_000 }, (_, at) => [`key${at}`, 1]))
    expect(checkInput('client:list', many)).toEqual(tooLarge)
  })

  it.each([
    ['blocks', { type: 'doc', content: Array.from({ length: 100_000 }, () => ({ type: 'nonsense' })) }],
    [
      'words in a paragraph',
      {
        type: 'doc',
        content: [{ type: 'paragraph', content: Array.from({ length: 100_000 }, () => ({ type: 'no' })) }],
      },
    ],
    [
      'items of a list',
      {
        type: 'doc',
        content: [{ type: 'bulletList', content: Array.from({ length: 100_000 }, () => ({ type: 'no' })) }],
      },
    ],
  ])('of 100,000 wrong %s names the first few', (_, document) => {
    const result = checkInput('session:saveSection', { id, section: 'plan', document })
    expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    const { issues = [] } = result.ok ? {} : (result.error.details ?? {})
    expect(issues.length).toBeGreaterThan(0)
    expect(issues.length).toBeLessThanOrEqual(20)
    for (const { path } of issues) expect(path).toMatch(/^document\.content\.0/)
  })

  it('of lists in lists, thirty deep, with one wrong word in the innermost', () => {
    let block: object = { type: 'paragraph', content: [{ type: 'nonsense' }] }
    for (let depth = 0; depth < 30; depth += 1) {
      block = { type: 'bulletList', content: [{ type: 'listItem', content: [block] }] }
    }
    const document = { type: 'doc', content: [block] }
    const result = checkInput('session:saveSection', { id, section: 'plan', document })
    expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  })
})
