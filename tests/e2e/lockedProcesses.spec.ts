// What a locked app still holds, in any of its processes: their whole memory is searched, with no debugger that would
// leave copies of its own. On Electron only: the host's browser belongs to the test.
import { join } from 'node:path'
import { findElectron } from '../../scripts/runtimes.ts'
import { lockAndSearch } from '../fixtures/lockAndSearch.ts'
import { needlesOf, planted, plantVault } from '../fixtures/plantedVault.ts'
import { canLookIntoMemory } from '../fixtures/unwatchedApp.ts'
import { expect, test } from './fixtures.ts'

test('a locked app holds no client’s words, no passphrase and no key in any process (electron only, where a test may read memory)', async ({
  runtime,
  temporaryFolder,
}) => {
  test.skip(runtime !== 'electron', 'the processes of the host belong to the test')
  test.skip(!canLookIntoMemory(), 'this machine lets no test type by itself and read memory')
  test.setTimeout(180_000)
  const vault = join(temporaryFolder, 'vault')
  await plantVault(vault)
  const searched = await lockAndSearch(findElectron() ?? '', temporaryFolder, await needlesOf(vault))
  expect([...searched.seen].toSorted()).toEqual([...Object.keys(planted), 'database key'].toSorted())
  expect(searched.left).toEqual([])
})
