import { describe, expect, it } from 'vitest'
import { paths, titleAt } from './routes.ts'

const id = '01900000-0000-7000-8000-00000000000a'

describe('the title of the window', () => {
  it.each([
    [paths.today, 'Today – Palpate'],
    [paths.clients, 'Clients – Palpate'],
    [paths.client(id), 'Client – Palpate'],
    [paths.session(id), 'Note – Palpate'],
    [paths.bin, 'Bin – Palpate'],
    [paths.retention, 'Past their retention date – Palpate'],
    [paths.settings, 'Settings – Palpate'],
    [paths.phrases, 'Phrases – Palpate'],
    [paths.bringIn, 'Bring in sessions – Palpate'],
    [paths.closing, 'Close the practice – Palpate'],
    ['/elsewhere', 'Palpate'],
  ])('at %s is %s', (path, title) => {
    expect(titleAt(path)).toBe(title)
  })
})
