import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { onlyReadReasons, type OnlyRead } from '#shared/contract/vault.ts'
import { makeQueryClient } from '#renderer/bridge/queries.ts'
import { WhenWritable, WritableFields } from './Writable.tsx'

/** A button and a box as rendered over a vault in this state. */
function shownIn(onlyRead: OnlyRead | null): string {
  const cache = makeQueryClient()
  cache.setQueryData(['vault:status', {}], { onlyRead })
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={cache}>
        <WhenWritable>
          <button type="button">New client</button>
        </WhenWritable>
        <WritableFields>
          <input defaultValue="Harbour Massage" />
        </WritableFields>
      </QueryClientProvider>
    </MantineProvider>,
  )
}

test('a vault that can be written / offers to write, and its boxes take text', () => {
  expect(shownIn(null)).toContain('New client')
  expect(shownIn(null)).not.toContain('disabled')
})

test.each(onlyReadReasons)(
  'a vault that can only be read (%s) / offers nothing, and shows what its boxes hold',
  (why) => {
    expect(shownIn(why)).not.toContain('New client')
    expect(shownIn(why)).toMatch(/<fieldset disabled="".*Harbour Massage/u)
  },
)
