import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bringInto, NotBrought } from './bringChromium.ts'

let folder = ''
const at = (...parts: string[]) => join(folder, ...parts)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palpate-bring-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function script(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`)
  chmodSync(path, 0o755)
}

/** Puts a stand-in for npm before the real one, so that no test reaches a network. */
function npmDoes(text: string): void {
  mkdirSync(at('bin'))
  script(at('bin', 'npm'), text)
  vi.stubEnv('PATH', `${at('bin')}${delimiter}${process.env['PATH']}`)
}

/** A package of the same shape as the real one; its browser is a script. */
function packageWhoseBrowser(does: string): { file: string; integrity: string } {
  const bin = at('made', 'package', 'bin')
  mkdirSync(bin, { recursive: true })
  for (const [name, file] of [
    ['al2023', 'lib/libnss3.so'],
    ['fonts', 'fonts/A.ttf'],
    ['swiftshader', 'libEGL.so'],
  ] as const) {
    mkdirSync(at('made', name, file, '..'), { recursive: true })
    writeFileSync(at('made', name, file), name)
    spawnSync('tar', ['-cf', at('made', `${name}.tar`), '-C', at('made', name), '.'])
    writeFileSync(join(bin, `${name}.tar.br`), brotliCompressSync(readFileSync(at('made', `${name}.tar`))))
  }
  writeFileSync(join(bin, 'chromium.br'), brotliCompressSync(`#!/bin/sh\n${does}\n`))
  const file = at('made.tgz')
  spawnSync('tar', ['-czf', file, '-C', at('made'), 'package'])
  return { file, integrity: `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}` }
}

const published = (integrity: string) => ({ name: '@made/chromium', version: '1.2.3', integrity })
const target = () => at('cache', 'chromium')
const run = () => spawnSync(join(target(), 'run.sh'), ['--a-page'], { encoding: 'utf8' }).stdout

describe.skipIf(process.platform !== 'linux')('bringing a Chromium', () => {
  it('unpacks what npm downloaded, and starts it with its own font', async () => {
    const { file, integrity } = packageWhoseBrowser('echo "$FONTCONFIG_FILE" "$LD_LIBRARY_PATH" "$@"')
    vi.stubEnv('LD_LIBRARY_PATH', '')
    npmDoes(`cp ${file} made-chromium-1.2.3.tgz`)
    await bringInto(target(), published(integrity))
    expect(run()).toBe(`${target()}/fonts.conf  --a-page\n`)
    expect(readFileSync(join(target(), 'fonts.conf'), 'utf8')).toContain(`<dir>${target()}/fonts</dir>`)
    expect(readFileSync(join(target(), 'libEGL.so'), 'utf8')).toBe('swiftshader')
    expect(readdirSync(at('cache'))).toEqual(['chromium'])
  })

  it('starts it with the libraries that it brings where the system has none', async () => {
    const { file, integrity } = packageWhoseBrowser('test -e "${LD_LIBRARY_PATH%%:*}/libnss3.so" && echo "found"')
    npmDoes(`cp ${file} made-chromium-1.2.3.tgz`)
    await bringInto(target(), published(integrity))
    expect(run()).toBe('found\n')
  })

  it.each([
    ['npm cannot download it', 'exit 1', 'Is this machine online'],
    ['npm brings something else', 'echo else > made-chromium-1.2.3.tgz', 'is not what was published'],
  ])('says why and leaves nothing behind when %s', async (_, does, words) => {
    npmDoes(does)
    await expect(bringInto(target(), published('sha512-of-another'))).rejects.toThrow(words)
    expect(readdirSync(at('cache'))).toEqual([])
  })

  it('says so and leaves nothing behind when it does not start', async () => {
    const { file, integrity } = packageWhoseBrowser('exit 127')
    npmDoes(`cp ${file} made-chromium-1.2.3.tgz`)
    const brought = bringInto(target(), published(integrity))
    await expect(brought).rejects.toThrow(NotBrought)
    await expect(brought).rejects.toThrow('does not start on this machine')
    expect(readdirSync(at('cache'))).toEqual([])
  })
})
