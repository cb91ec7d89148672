import { describe, expect, it } from 'vitest'
import { Failure } from '#renderer/bridge/bridge.ts'
import { codeProblem } from './RecoveryCodeInput.tsx'

const failed = (code: Failure['code'], details: Failure['details'] = {}) => new Failure({ code, details })
const typed = 'AAAAA-BBBBB-CCCCC'
const wrong = 'It opens nothing here.'

describe('the box of the recovery code', () => {
  it.each([
    ['nothing failed', null, undefined],
    ['something else failed', failed('THROTTLED'), undefined],
    ['the code opens nothing', failed('WRONG_RECOVERY_CODE'), wrong],
    [
      'the second group is mistyped',
      failed('MISTYPED_RECOVERY_CODE', { group: 2 }),
      'Group 2 does not fit: “BBBBB”. Compare it with the paper.',
    ],
    [
      'the fourth group is not there',
      failed('MISTYPED_RECOVERY_CODE', { group: 4 }),
      'Group 4 is missing. The code has seven groups of five.',
    ],
    [
      'no group is named',
      failed('MISTYPED_RECOVERY_CODE'),
      'Something in the code does not fit. Compare it with the paper.',
    ],
  ])('when %s / says so', (_, failure, words) => {
    expect(codeProblem(failure, typed, wrong)).toBe(words)
  })
})
