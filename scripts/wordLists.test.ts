// Lists are put in words by one owner: whoever joins by hand forgets the comma within an item.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from './runtimes.ts'

const byHand = /\.join\((['"`])(?:, | and |, and )\1\)/gu

/** What is no list of items, or a promise that cannot be written differently any more: by file, with how many there are. */
const allowed: Readonly<Record<string, { count: number; why: string }>> = {
  'src/main/database/repositories/sessionRows.ts': { count: 1, why: 'columns of a statement' },
  'src/main/services/signing/stamps/authorityStamp.ts': { count: 1, why: 'the name of an authority' },
  'src/main/shell/refusedStart.ts': { count: 1, why: 'switches of the command line, which have no commas' },
  'src/renderer/clipboard/formula.ts': { count: 1, why: 'what stands between brackets of a formula' },
  'src/renderer/documents/TitleBlock.tsx': { count: 1, why: 'a name and its credentials' },
  'src/renderer/features/session/signer/SignatureBlock.tsx': { count: 1, why: 'a name and its credentials' },
  'src/shared/domain/bodymap/findPlaces.ts': { count: 2, why: 'right and left' },
  'src/shared/domain/bodymap/findingSentence.ts': { count: 1, why: 'sentences in notes are compared with it' },
  'src/shared/domain/bodymap/treatment.ts': { count: 1, why: 'right and left' },
  'src/shared/domain/measureLines.ts': { count: 1, why: 'a movement and its side' },
  'src/shared/domain/record/partText.ts': { count: 1, why: 'a place and its address' },
}

it('lists in the source / are joined nowhere by hand', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: projectRoot }).filter((file) => !/\.test\.tsx?$/u.test(file))
  const found = files.flatMap((file) => {
    const name = file.replaceAll('\\', '/')
    const { length } = readFileSync(join(projectRoot, file), 'utf8').match(byHand) ?? []
    return length === 0 || length === (allowed[name]?.count ?? 0) ? [] : [`${name}: ${length}`]
  })
  expect(files.length).toBeGreaterThan(300)
  expect(found).toEqual([])
})
