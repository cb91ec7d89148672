import { describe, expect, it } from 'vitest'
import { clientRooms, paths, screenAt, titleAt } from './routes.ts'

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
    [paths.questionnaire, 'Questionnaire – Palpate'],
    [paths.bringIn, 'Bring in sessions – Palpate'],
    [paths.closing, 'Close the practice – Palpate'],
    ['/elsewhere', 'Palpate'],
  ])('at %s is %s', (path, title) => {
    expect(titleAt(path)).toBe(title)
  })
})

describe('the rooms of a client’s record', () => {
  it('are one screen, each with an address of its own', () => {
    expect(paths.client('c')).toBe('/clients/c')
    expect(paths.client('c', 'details')).toBe('/clients/c/details')
    expect(clientRooms.map((room) => screenAt(paths.client('c', room)))).toEqual(clientRooms.map(() => '/clients/c'))
  })

  it('of two clients are two screens, and other addresses are their own', () => {
    expect(screenAt(paths.client('d'))).not.toBe(screenAt(paths.client('c')))
    expect(screenAt(paths.session('c'))).toBe('/sessions/c')
    expect(screenAt(paths.clients)).toBe('/clients')
  })
})
