import { expect, it } from 'vitest'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { holderName, holderTitle } from './holderWords.ts'

const at = '2026-11-30T14:03:00.000Z'

it.each([
  [{ kind: 'other', computer: 'DESK', at }, 'In use on DESK', 'DESK'],
  [{ kind: 'other', computer: null, at: null }, 'In use on another computer', 'the other computer'],
  [
    { kind: 'moved', computer: 'DESK', at },
    `This practice was moved to another computer on ${instantOnScreen(at, null)}`,
    'DESK',
  ],
] as const)('%j is named', (holder, title, name) => {
  expect([holderTitle(holder), holderName(holder)]).toEqual([title, name])
})
