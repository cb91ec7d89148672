// Which page may ask main for what.
import { describe, expect, it } from 'vitest'
import { channels } from '#shared/contract/contract.ts'
import { agreeChannel } from '#shared/contract/sealing.ts'
import { emptyPage, mayAsk, pages } from './origin.ts'

const windows = { isOpen: (id: number) => id === 1, isPrinting: (id: number) => id === 2 }
const page = { webContentsId: 1, isMainFrame: true, address: pages.index }
const printPage = { webContentsId: 2, isMainFrame: true, address: pages.print }

describe('a page may ask', () => {
  it('in a window of the app / for everything but what is the print window’s or main’s own', () => {
    const refused = channels.filter((channel) => !mayAsk(windows, page, channel))
    expect(refused.toSorted()).toEqual([
      'print:compose',
      'print:composed',
      'print:failed',
      'print:job',
      'print:ready',
      'vault:computerKey',
      'vault:keepComputerKey',
      'vault:takeComputerSecret',
      'vault:unlockWithSecret',
    ])
    expect(mayAsk(windows, page, agreeChannel)).toBe(true)
  })

  it('in the print window / for its file, a seal, the emergency sheet, letters, and nothing else', () => {
    expect(channels.filter((channel) => mayAsk(windows, printPage, channel)).toSorted()).toEqual([
      'backup:emergencySheet',
      'closing:composeLetters',
      'diagnostics:report',
      'print:compose',
      'print:composed',
      'print:failed',
      'print:job',
      'print:ready',
      'record:makeSeal',
    ])
    expect(mayAsk(windows, printPage, agreeChannel)).toBe(true)
  })

  it.each([
    ['in a frame', { ...page, isMainFrame: false }],
    ['at another address', { ...page, address: 'https://palpate/index.html' }],
    ['at an address that begins like ours', { ...page, address: 'app://palpate.example/index.html' }],
    ['while it is locked away', { ...page, address: emptyPage }],
    ['in a window that nobody knows', { ...page, webContentsId: 3 }],
  ])('%s / for nothing', (_, sender) => {
    for (const channel of [...channels, agreeChannel]) expect(mayAsk(windows, sender, channel)).toBe(false)
  })
})
