import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { makeQueryClient } from '#renderer/bridge/queries.ts'
import type { LeftBehind } from '#shared/contract/backups.ts'
import type { ErasureRecord, OlderBackups, RetainedClient } from '#shared/contract/retention.ts'
import { retentionPresets } from '#shared/domain/retention/retentionRule.ts'
import { RetentionScreen } from './RetentionScreen.tsx'

interface State {
  readonly isChosen?: boolean
  readonly list?: readonly RetainedClient[]
  readonly erasures?: readonly ErasureRecord[]
  readonly older?: readonly OlderBackups[]
  readonly left?: LeftBehind
  readonly traces?: { readonly isLeft: boolean; readonly files: readonly string[] }
}

const erasedAt = '2037-01-05T09:00:00.000Z'

/** The words of the screen in this state. */
function wordsIn({ isChosen = true, list = [], erasures = [], older = [], left, traces }: State): string {
  const cache = makeQueryClient()
  const rule = retentionPresets['ontario-cmto'].rule
  cache.setQueryData(['retention:rule', {}], { chosen: isChosen ? { preset: 'ontario-cmto', rule } : null })
  cache.setQueryData(['retention:list', {}], list)
  cache.setQueryData(['retention:erasures', {}], erasures)
  cache.setQueryData(['backup:olderThan', { at: erasedAt }], older)
  cache.setQueryData(['vault:tracesLeft', {}], traces ?? { isLeft: false, files: [] })
  cache.setQueryData(['backup:leftBehind', {}], left ?? { vaults: [], places: [] })
  cache.setQueryData(['job:running', {}], { jobs: [] })
  const page = renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={cache}>
        <Router ssrPath="/retention">
          <RetentionScreen />
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return page
    .replace(/<style[\s\S]*?<\/style>/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
}

const past: RetainedClient = {
  clientId: '01900000-0000-7000-8000-000000000001',
  clientName: 'Mara Sample',
  isArchived: true,
  lastEntryOn: '2016-05-03',
  keptUntil: '2026-05-03',
  because: 'last entry',
  isBirthMissing: false,
  isOver: true,
}
const erasure: ErasureRecord = {
  id: '01900000-0000-7000-8000-00000000000b',
  clientId: '01900000-0000-7000-8000-000000000001',
  basis: 'retention over',
  reason: '',
  sequence: 7,
  erasedAt,
  erasedOffset: 0,
  notes: 3,
  others: 1,
}

describe('the screen of those past their retention date', () => {
  it('without a rule / leads to the settings', () => {
    expect(wordsIn({ isChosen: false })).toContain('No rule is chosen yet.')
  })

  it('with nobody past it / says so', () => {
    expect(wordsIn({})).toContain('There is none.')
  })

  it('with somebody past it / names them with the day and its reason', () => {
    const words = wordsIn({ list: [past, { ...past, clientId: 'other', isBirthMissing: true }] })
    expect(words).toContain('Mara Sample')
    expect(words).toMatch(/Kept until .*2026/u)
    expect(words).toMatch(/Last entry .*2016/u)
    expect(words).toContain('no date of birth')
  })

  it('after an erasure / says what was erased and on what ground', () => {
    expect(wordsIn({ erasures: [erasure] })).toMatch(/3 signed notes and 1 signed addition; signature 7/u)
    expect(wordsIn({ erasures: [erasure] })).toContain('The time to keep the record was over.')
    const decided = { ...erasure, basis: 'own decision', reason: 'Asked for it.' } as const
    expect(wordsIn({ erasures: [decided] })).toContain('Own decision: Asked for it.')
  })

  it('while backups still hold an erased client / names each with its day, and the day by which all are gone', () => {
    const older = [
      {
        folder: '/media/stick',
        removedAt: null,
        backups: [
          { madeAt: '2037-01-04T12:00:00.000Z', goneBy: '2038-01-01' },
          { madeAt: '2036-12-04T12:00:00.000Z', goneBy: '2037-12-01' },
          { madeAt: '2035-12-04T12:00:00.000Z', goneBy: null },
        ],
      },
      { folder: '/media/other', removedAt: null, backups: null },
      { folder: '/media/empty', removedAt: null, backups: [] },
    ]
    const words = wordsIn({ erasures: [erasure], older })
    expect(words).toMatch(/These backups in \/media\/stick still hold this client: .*2037 and .*2036/u)
    expect(words).toMatch(/gone by .*2038/u)
    expect(words).toMatch(/still hold this client too: [^.]*2035\. .*does not remove them/u)
    expect(words).toContain('/media/other cannot be looked at now')
    expect(words).not.toContain('/media/empty')
  })

  it('while a copy that is not verified holds an erased client / names its day, and none by which it is gone', () => {
    const made = { madeAt: '2037-01-03T12:00:00.000Z', goneBy: null }
    const words = wordsIn({
      erasures: [erasure],
      older: [{ folder: '/media/stick', removedAt: null, backups: [made] }],
    })
    expect(words).toMatch(/These backups in \/media\/stick still hold this client too: .*2037.*does not remove them/u)
    expect(words).not.toContain('gone by')
  })

  it('while backups lie in a place that was removed / says so, and names no day by which they are gone', () => {
    const removedAt = '2037-01-02T12:00:00.000Z'
    const older = [
      { folder: '/media/old', removedAt, backups: [{ madeAt: '2036-12-04T12:00:00.000Z', goneBy: null }] },
      { folder: '/media/lost', removedAt, backups: null },
    ]
    const words = wordsIn({ erasures: [erasure], older })
    expect(words).toMatch(/These backups in \/media\/old still hold this client: .*2036/u)
    expect(words).toMatch(/You stopped backing up there on .*2037, so Palpate never removes them/u)
    expect(words).not.toContain('gone by')
    expect(words).toMatch(/\/media\/lost cannot be looked at now. You stopped backing up there on/u)
  })

  it('while vaults lie set aside / names each with its day', () => {
    const left = { vaults: [{ name: 'vault.set-aside 2036-11-30 14.03.22', setAsideOn: '2036-11-30' }], places: [] }
    const words = wordsIn({ left })
    expect(words).toContain('vault.set-aside 2036-11-30 14.03.22')
    expect(words).toMatch(/set aside .*2036/u)
    expect(words).toContain('Each opens with the passphrase of its day.')
    expect(wordsIn({ left: { vaults: null, places: [] } })).toContain('could not be read')
    expect(wordsIn({})).not.toContain('set aside')
  })

  it('while traces may be left / offers to overwrite them, and names the files that are not removed', () => {
    const words = wordsIn({ traces: { isLeft: true, files: ['practice.db-wal.set-aside-1'] } })
    expect(words).toContain('Overwrite them now')
    expect(words).toContain('practice.db-wal.set-aside-1')
    expect(wordsIn({})).not.toContain('Overwrite them now')
  })
})
