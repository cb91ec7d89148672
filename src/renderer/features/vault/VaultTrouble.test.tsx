import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Output } from '#shared/contract/contract.ts'
import { makeQueryClient } from '#renderer/bridge/queries.ts'
import { VaultTrouble } from './VaultTrouble.tsx'

type Status = Output<'vault:status'>

/** The bar as rendered over a practice in this state; empty where there is none. */
function barIn(state: Partial<Status>): string {
  const cache = makeQueryClient()
  cache.setQueryData(['vault:status', {}], {
    folder: '/records/vault',
    isMoved: false,
    isOverwritten: false,
    onlyRead: null,
    heldBy: null,
    notices: [],
    ...state,
  })
  const page = renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={cache}>
        <VaultTrouble onReadNotices={() => undefined} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return page.replace(/<style[\s\S]*?<\/style>/gu, '')
}
const damage: Status['notices'][number] = {
  id: 1,
  kind: 'damage',
  foundAt: '2026-11-23T14:00:00.000Z',
  fileName: null,
  expectedSignatures: null,
  foundSignatures: null,
  expectedAt: null,
  problems: 2,
}
const words = (bar: string) => bar.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ')

test('an open vault without trouble has no bar', () => {
  expect(barIn({})).toBe('')
})

test('a vault that can only be read says so with its folder, quietly and without anything to press', () => {
  const bar = barIn({ onlyRead: 'refused' })
  expect(bar).toMatch(/^<div role="status"/u)
  expect(words(bar)).toContain('You can read these records, but not change them.')
  expect(words(bar)).toContain('/records/vault is read-only.')
  expect(bar).not.toContain('<button')
})

test('a vault on a full disk says what to do, to be written again', () => {
  const bar = words(barIn({ onlyRead: 'full' }))
  expect(bar).toContain(
    'The disk is full that holds /records/vault. Free some space, lock Palpate, and unlock it again.',
  )
})

test('a vault that was written over is not said to be elsewhere, and nothing is to be put back for it', () => {
  const bar = words(barIn({ isMoved: true, isOverwritten: true }))
  expect(bar).toContain('Something was copied over your open vault. Nothing is being saved.')
  expect(bar).toContain('Write a rescue copy to another disk, then see what was put into /records/vault.')
  expect(words(barIn({ isMoved: true }))).toContain('Your vault is not where it was. Nothing is being saved.')
})

test('a notice that comes up during work is shown at once by its title, with one button to read more', () => {
  const bar = barIn({ notices: [damage] })
  expect(bar).toMatch(/^<div role="alert"/u)
  expect(words(bar)).toContain('The database is damaged in places')
  expect(words(bar)).toContain('Finish what you are writing, then read what to do.')
  expect(bar.match(/<button/gu)).toHaveLength(1)
  expect(words(bar)).toContain('Read more')
})

test('a missing vault comes before a read-only one, and that before a notice', () => {
  expect(words(barIn({ isMoved: true, onlyRead: 'refused', notices: [damage] }))).toContain('Nothing is being saved.')
  expect(words(barIn({ onlyRead: 'refused', notices: [damage] }))).toContain('but not change them')
})

test.each([
  ['LAPTOP', 'LAPTOP has taken over.'],
  [null, 'Another computer has taken over.'],
])('a vault that %s has taken over / says so, whatever was written into its files', (computer, title) => {
  const heldBy = { kind: 'other', computer, at: null } as const
  const bar = words(barIn({ isMoved: true, isOverwritten: true, heldBy }))
  expect(bar).toContain(title)
  expect(bar).toContain('Write a rescue copy')
  expect(bar).not.toContain('copied over')
})

test.each([
  ['in use', 'Another computer has them open'],
  ['moved', 'was moved to another computer'],
] as const)('a vault that is read because it is %s / says so', (onlyRead, text) => {
  expect(words(barIn({ onlyRead }))).toContain(text)
})
