import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Router } from 'wouter'
import { makeQueryClient } from '#renderer/bridge/queries.ts'
import type { SalvageList } from '#shared/contract/salvage.ts'
import { SalvageScreen } from './SalvageScreen.tsx'

const whole: SalvageList = {
  id: 1,
  madeAt: '2026-11-30T09:00:00.000Z',
  madeOffset: 0,
  setAside: 'vault.set-aside 2026-11-30 09.00.00',
  damagedPages: 1,
  unplacedRows: 0,
  tables: [],
  clients: [],
  sessions: [],
  signatures: [],
}

function pageOf(salvages: readonly SalvageList[]): string {
  const cache = makeQueryClient()
  cache.setQueryData(['salvage:list', {}], { salvages })
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={cache}>
        <Router ssrPath="/salvage">
          <SalvageScreen />
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

it('the page of a salvage that lost nothing says so, and offers no list to save', () => {
  const page = pageOf([whole])
  expect(page).toContain('nothing is missing')
  expect(page).not.toContain('Save the list')
  expect(page).not.toContain('may still have what is missing')
})

it('the page of a salvage that lost something offers the list, also beside one that lost nothing', () => {
  const lossy: SalvageList = { ...whole, id: 2, tables: [{ table: 'stroke', amount: 2, isLeftOut: false }] }
  expect(pageOf([lossy])).toContain('Save the list')
  expect(pageOf([lossy, whole])).toContain('Save the list')
})
