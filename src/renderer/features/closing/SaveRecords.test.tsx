import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import type { MissingFile } from '#shared/contract/closing.ts'
import { Saved } from './SaveRecords.tsx'

const wordsOf = (missing: MissingFile[]) =>
  renderToStaticMarkup(
    <MantineProvider>
      <Router ssrPath="/close">
        <Saved folder="/media/stick/records" files={2} missing={missing} />
      </Router>
    </MantineProvider>,
  )
    .replace(/<style[\s\S]*?<\/style>/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')

describe('the records that were saved', () => {
  it('with a client who could not be printed / name the client, and say that the folder is not complete', () => {
    const clientId = '01900000-0000-7000-8000-000000000001'
    const words = wordsOf([{ clientId, clientName: 'Mara Sample', because: 'not printed' }])
    expect(words).toContain('The file of 1 client is missing')
    expect(words).toContain('Mara Sample could not be printed')
    expect(words).toContain('not complete')
    expect(words).toContain('Save the patient file from the client’s page')
  })

  it('with a client who was added meanwhile / name the client, who can be printed', () => {
    const clientId = '01900000-0000-7000-8000-000000000001'
    const words = wordsOf([{ clientId, clientName: 'Mara Sample', because: 'added meanwhile' }])
    expect(words).toContain('Mara Sample was added while the files were written')
    expect(words).not.toContain('what is wrong')
  })

  it('with everybody / say where they are, and nothing else', () => {
    expect(wordsOf([]).trim()).toBe('2 files and the list are in /media/stick/records')
  })
})
