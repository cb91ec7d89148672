import readCode from 'jsqr'
import { describe, expect, it } from 'vitest'
import { sealMark } from '#shared/domain/record/chainSeal.ts'
import { qrCode } from './SealOnPaper.tsx'

/** Pixels a module: the reader wants several. */
const scale = 4

/** Paints the picture's runs, as a printer would, and reads them as a camera would. */
function readBack(code: ReturnType<typeof qrCode>): string | undefined {
  const size = code.size * scale
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [, x, y, length] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1/gu)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) {
        pixels.set([0, 0, 0, 255], (row * size + column) * 4)
      }
    }
  }
  return readCode(pixels, size, size)?.data
}

describe('a QR code', () => {
  it('of a line as long as a seal / is read back as it was', () => {
    const line = sealMark + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.repeat(8).slice(0, 228)
    expect(readBack(qrCode(line))).toBe(line)
  })

  it('is one path, small enough for every file', () => {
    const { path } = qrCode(`${sealMark}${'7Z'.repeat(114)}`)
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/u)
    expect(path.length).toBeLessThan(40_000)
  })
})
