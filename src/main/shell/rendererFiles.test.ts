import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, serve } from './rendererFiles.ts'

describe('the renderer as it is served', () => {
  let parent = ''
  let folder = ''
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'palpate-test-'))
    folder = join(parent, 'renderer')
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), '<p>page</p>')
    writeFileSync(join(folder, 'assets', 'app.js'), 'void 0')
    writeFileSync(join(folder, 'notes.txt'), 'not ours to serve')
    writeFileSync(join(parent, 'secret.html'), 'outside')
  })
  afterAll(() => rmSync(parent, { recursive: true, force: true }))
  const get = (url: string, method = 'GET') => serve(folder, { url, method })

  it('comes with its type and the content security policy', async () => {
    const response = await get('app://palpate/index.html')
    expect(await response.text()).toBe('<p>page</p>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect((await get('app://palpate/assets/app.js')).headers.get('content-type')).toContain('text/javascript')
  })

  it('allows no inline script, no eval, no connection and no frame', () => {
    const scripts = contentSecurityPolicy.split('; ').find((rule) => rule.startsWith('script-src'))
    expect(scripts).toBe("script-src 'self'")
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).not.toMatch(/connect-src|frame-src|unsafe-eval|https?:/)
  })

  it.each([
    'app://palpate/../secret.html',
    'app://palpate/%2e%2e/secret.html',
    'app://palpate/..%2fsecret.html',
    'app://palpate/assets/..%2f..%2fsecret.html',
    'app://palpate//etc/passwd',
    'app://palpate/notes.txt',
    'app://palpate/missing.html',
    'app://palpate/%00.html',
    'app://palpate/%E0%A4%A',
    'app://elsewhere/index.html',
    'https://palpate/index.html',
  ])('does not answer %s', async (address) => {
    const response = await get(address)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).toBe('')
  })

  it('answers no method but GET', async () => {
    expect((await get('app://palpate/index.html', 'POST')).status).toBe(405)
  })
})
