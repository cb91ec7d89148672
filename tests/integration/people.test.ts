// Other people of a record: the directory of providers, a client's providers, and their household.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { LinkedPerson, Relation } from '#shared/domain/person/person.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Ben', lastName: 'Sample', phone: '555 0101' })
})
afterEach(() => practice.remove())

const newId = () => practice.surroundings.newId()

function addProvider(change: Partial<Record<'name' | 'profession' | 'phone', string>> = {}, id = newId()): string {
  const provider = {
    id,
    name: 'Dr Vera Holt',
    profession: 'Doctor',
    phone: '',
    fax: '',
    address: '',
    note: '',
    ...change,
  }
  practice.call('people:putProvider', { provider })
  return id
}

const directory = () => practice.call('people:providers', {})
const peopleOf = (clientId = client) => {
  const answer = practice.call('people:ofClient', { clientId })
  expect(contract['people:ofClient'].output.parse(answer)).toEqual(answer)
  return answer
}
const link = (providerId: string, role = 'Family doctor', mayRelease = false) =>
  practice.call('people:link', { clientId: client, providerId, role, mayRelease })
const addHousehold = (relation: Relation, person: LinkedPerson, id = newId(), clientId = client) => {
  practice.call('people:putHousehold', { id, clientId, relation, person })
  return id
}
const named = (name: string, phone = ''): LinkedPerson => ({ clientId: null, name, phone })
const asClient = (clientId: string): LinkedPerson => ({ clientId, name: '', phone: '' })

describe('the directory', () => {
  it('is in the order of names, with how many clients each provider has', () => {
    const holt = addProvider({ name: 'holt' })
    addProvider({ name: 'Ábel' })
    addProvider({ name: 'Zoe' })
    link(holt)
    expect(directory().map(({ name, clientCount }) => [name, clientCount])).toEqual([
      ['Ábel', 0],
      ['holt', 1],
      ['Zoe', 0],
    ])
    expect(contract['people:providers'].output.parse(directory())).toEqual(directory())
  })

  it('shows a changed provider with every client, and keeps when they were added', () => {
    const id = addProvider()
    link(id)
    practice.surroundings.moveTime(60_000)
    addProvider({ phone: '555 0102' }, id)
    expect(peopleOf().providers.map(({ provider }) => provider.phone)).toEqual(['555 0102'])
    expect(practice.database.sqlite.prepare('SELECT created_at, updated_at FROM provider').raw().get()).toEqual([
      '2026-11-23T14:00:00.000Z',
      '2026-11-23T14:01:00.000Z',
    ])
  })

  it('lets a provider go whom no client has, and no other', () => {
    const id = addProvider()
    link(id)
    expect(refusalOf(() => practice.call('people:removeProvider', { id }))).toEqual(fieldRefusal('id', 'in_use'))
    practice.call('people:unlink', { clientId: client, providerId: id })
    practice.call('people:removeProvider', { id })
    expect(directory()).toEqual([])
    expect(refusalOf(() => practice.call('people:removeProvider', { id }))).toEqual({ code: 'NOT_FOUND' })
  })

  it('takes nobody without a name', () => {
    const parse = (name: string) =>
      contract['people:putProvider'].input.safeParse({
        provider: { id: newId(), name, profession: '', phone: '', fax: '', address: '', note: '' },
      }).success
    expect([parse('   '), parse(' Dr Holt ')]).toEqual([false, true])
  })
})

describe('a client’s providers', () => {
  it('have a role and whether the record may be shared with them, which can change', () => {
    const [holt, berg] = [addProvider(), addProvider({ name: 'Nils Berg' })]
    link(holt)
    link(berg, 'Physiotherapist', true)
    link(holt, 'Referred them', true)
    expect(peopleOf().providers).toMatchObject([
      { provider: { id: holt }, role: 'Referred them', mayRelease: true },
      { provider: { id: berg }, role: 'Physiotherapist', mayRelease: true },
    ])
    practice.call('people:unlink', { clientId: client, providerId: holt })
    expect(peopleOf().providers).toHaveLength(1)
  })

  it('are refused where either is not there', () => {
    const holt = addProvider()
    const refused = [
      () => link(nobody),
      () => practice.call('people:link', { clientId: nobody, providerId: holt, role: '', mayRelease: false }),
      () => practice.call('people:unlink', { clientId: client, providerId: holt }),
      () => practice.call('people:ofClient', { clientId: nobody }),
    ]
    expect(refused.map(refusalOf)).toEqual(refused.map(() => ({ code: 'NOT_FOUND' })))
  })
})

describe('a household', () => {
  it('is seen from both sides where both are clients', () => {
    const mother = practice.addClient({ firstName: 'Ines', lastName: 'Sample', phone: '555 0103' })
    const id = addHousehold('parent', asClient(mother))
    expect(peopleOf().household).toEqual([
      { id, relation: 'parent', side: 'of me', clientId: mother, name: 'Ines Sample', phone: '555 0103' },
    ])
    expect(peopleOf(mother).household).toEqual([
      { id, relation: 'parent', side: 'of them', clientId: client, name: 'Ben Sample', phone: '555 0101' },
    ])
    practice.call('people:removeHousehold', { id, clientId: mother })
    expect([peopleOf().household, peopleOf(mother).household]).toEqual([[], []])
  })

  it('has people who are no clients, by name and phone, and can be changed', () => {
    const id = addHousehold('parent', named('Ines Sample', '555 0103'))
    addHousehold('guardian', named('Ines Sample-Roth'), id)
    expect(peopleOf().household).toEqual([
      { id, relation: 'guardian', side: 'of me', clientId: null, name: 'Ines Sample-Roth', phone: '' },
    ])
  })

  it('never has a client as their own guardian, nor somebody who is not there', () => {
    expect(refusalOf(() => addHousehold('guardian', asClient(client)))).toEqual(fieldRefusal('person', 'self'))
    expect(refusalOf(() => addHousehold('guardian', asClient(nobody)))).toEqual({ code: 'NOT_FOUND' })
  })

  it('of one client is not changed or removed from another’s record', () => {
    const id = addHousehold('guardian', named('Ines Sample'))
    const stranger = practice.addClient({ lastName: 'Other' })
    const refused = [
      () => addHousehold('guardian', named('Somebody'), id, stranger),
      () => practice.call('people:removeHousehold', { id, clientId: stranger }),
    ]
    expect(refused.map(refusalOf)).toEqual(refused.map(() => ({ code: 'NOT_FOUND' })))
    expect(peopleOf().household).toHaveLength(1)
  })

  it('says nothing that this version does not know of a newer one’s relation', () => {
    addHousehold('guardian', named('Ines Sample'))
    practice.database.sqlite.exec("UPDATE household_link SET relation = 'godparent'")
    expect(peopleOf().household).toMatchObject([{ relation: 'godparent', name: 'Ines Sample' }])
  })
})
