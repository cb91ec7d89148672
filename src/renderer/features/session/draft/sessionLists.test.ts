import { notifications } from '@mantine/notifications'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { mostItems } from '#shared/domain/sessionItem.ts'
import type { Autosave } from './autosave.ts'
import { createSessionLists } from './sessionLists.ts'

vi.mock('@mantine/notifications', () => ({ notifications: { show: vi.fn() } }))

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: `entry ${index}`, carriedFrom: null }))
const listsOf = (count: number) =>
  createSessionLists({ id: '1', techniques: items(count), homework: [] }, {
    change: () => undefined,
  } as unknown as Autosave)
const notified = () => vi.mocked(notifications.show).mock.calls.map(([{ message }]) => message)

beforeEach(() => vi.mocked(notifications.show).mockClear())

describe('a list of the session', () => {
  it('that has room / takes each entry once, without a notification', () => {
    const lists = listsOf(mostItems - 1)
    lists.set('technique', [...lists.now('technique'), ...items(1), { text: 'Heat, 15 minutes', carriedFrom: null }])
    expect(lists.now('technique')).toHaveLength(mostItems)
    expect(notified()).toEqual([])
  })

  it('that is full / says which entry it leaves out', () => {
    const lists = listsOf(mostItems)
    lists.set('technique', [...lists.now('technique'), { text: 'Heat', carriedFrom: null }])
    expect(lists.now('technique')).toHaveLength(mostItems)
    expect(notified()).toEqual(['“Technique” is full: it holds 60 entries. Left out: Heat.'])
  })

  it('that becomes full when last visit’s entries are taken over / says which of them it leaves out', () => {
    const lists = listsOf(mostItems - 1)
    lists.takeOver('technique', ['Cupping', 'Heat, dry', 'Cold'], '2026-11-01')
    expect(lists.now('technique').at(-1)?.text).toBe('Cupping')
    expect(notified()).toEqual(['“Technique” is full: it holds 60 entries. Left out: Heat, dry; Cold.'])
  })
})
