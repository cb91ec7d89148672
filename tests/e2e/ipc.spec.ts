// What a broken or hostile page may send over the bridge: refused by code, and nothing happens.
import { invokeRaw } from './bridge.ts'
import { expect, sharedTest as test } from './fixtures.ts'
import { emptyClient } from '#shared/domain/client.ts'

const codeOf = (answer: unknown) => (answer as { error?: { code: string } }).error?.code

test('wrong types, missing and extra keys / are refused, and the error repeats no value', async ({ app: { page } }) => {
  const before = await invokeRaw(page, 'client:list', {})
  const inputs: unknown[] = [
    undefined,
    null,
    'text',
    7,
    [],
    {},
    { fields: null },
    { fields: { ...emptyClient, firstName: 7 } },
    { fields: { ...emptyClient, firstName: { toString: 'Secret' } } },
    { fields: { ...emptyClient, firstName: 'Secret', isAdmin: true } },
    { fields: { ...emptyClient, firstName: 'Secret' }, extra: 1 },
    { fields: { ...emptyClient, firstName: 'Secret', dateOfBirth: '2001-02-31' } },
    { fields: { ...emptyClient, firstName: `Secret${'x'.repeat(600)}` } },
  ]
  for (const input of inputs) {
    const answer = await invokeRaw(page, 'client:create', input)
    expect(codeOf(answer)).toBe('VALIDATION')
    expect(JSON.stringify(answer)).not.toContain('Secret')
  }
  expect(before).toMatchObject({ ok: true })
  expect(await invokeRaw(page, 'client:list', {})).toEqual(before)
})

test('an id that is text for SQL or a path is no id', async ({ app: { page } }) => {
  for (const id of ["' OR 1=1 --", '../../vault', '', '00000000-0000-0000-0000-00000000000g']) {
    expect(codeOf(await invokeRaw(page, 'client:get', { id }))).toBe('VALIDATION')
  }
  const nobody = '0190a5e0-0000-7000-8000-000000000000'
  expect(codeOf(await invokeRaw(page, 'client:get', { id: nobody }))).toBe('NOT_FOUND')
})

test('a message nested hundreds deep is refused, and the app goes on', async ({ app: { page } }) => {
  const before = await invokeRaw(page, 'client:list', {})
  const answer = await page.evaluate(async () => {
    const { palpate } = window as unknown as { palpate: { invoke(channel: string, input: unknown): Promise<unknown> } }
    let deep: object = {}
    for (let level = 0; level < 400; level += 1) deep = { deep }
    return palpate.invoke('client:create', { fields: { firstName: deep } })
  })
  expect(codeOf(answer)).toBe('TOO_LARGE')
  expect(before).toMatchObject({ ok: true })
  expect(await invokeRaw(page, 'client:list', {})).toEqual(before)
})
