import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTheWay, takenBy, type FoundLease, type Lease } from './lease.ts'

const lease = (change: Partial<Lease> = {}): Lease => ({
  format: 'palpate-lease',
  version: 1,
  computer: 'DESK',
  install: 'desk',
  opening: 'first',
  state: 'open',
  at: '2026-11-30T14:03:00.000Z',
  ...change,
})
const other = { kind: 'other', computer: 'DESK', at: '2026-11-30T14:03:00.000Z' }
const unknown = { kind: 'other', computer: null, at: null }

describe('who stands in the way of opening a vault', () => {
  it.each<[string, FoundLease, unknown]>([
    ['without a lease', 'none', null],
    ['an own lease that a crash has left', lease({ install: 'laptop' }), null],
    ['another computer’s', lease(), other],
    ['one that can’t be read', 'unreadable', unknown],
    ['a practice that was moved', lease({ state: 'moved' }), { ...other, kind: 'moved' }],
    ['one that was moved by this computer', lease({ state: 'moved', install: 'laptop' }), { ...other, kind: 'moved' }],
  ])('%s', (_, found, expected) => expect(inTheWay(found, 'laptop')).toEqual(expected))
})

describe('who has taken a lease from an opening', () => {
  it.each<[string, FoundLease, unknown]>([
    ['its own', lease({ opening: 'mine' }), null],
    ['its own, marked as moved', lease({ opening: 'mine', state: 'moved' }), null],
    ['another opening of the same installation', lease({ install: 'laptop' }), other],
    ['another computer’s', lease(), other],
    ['one that is gone: taken, and given back since', 'none', unknown],
    ['one that can’t be read', 'unreadable', unknown],
  ])('%s', (_, found, expected) => expect(takenBy(found, 'mine')).toEqual(expected))
})

describe('any number of computers, opening, saving, crashing and taking over in any order', () => {
  interface Computer {
    /** Null while the vault is closed there. */
    opening: string | null
    /** Whether its clock is right says nothing. */
    clock: string
  }
  const steps = ['open', 'take over', 'save', 'renew', 'close', 'crash'] as const
  const script = fc.array(
    fc.record({ who: fc.nat({ max: 2 }), step: fc.constantFrom(...steps), year: fc.integer({ min: 1990, max: 2090 }) }),
    { maxLength: 60 },
  )

  it('never have two of them that may write, and each save is by the last one that took the lease', () => {
    fc.assert(
      fc.property(script, (acts) => {
        let file: FoundLease = 'none'
        let count = 0
        let last: string | null = null
        const computers: Computer[] = [0, 1, 2].map(() => ({ opening: null, clock: '' }))
        const write = (who: number, opening: string, at: string) =>
          lease({ computer: `computer ${who}`, install: `install ${who}`, opening, at })
        for (const { who, step, year } of acts) {
          const computer = computers[who] as Computer
          computer.clock = `${year}-01-01T00:00:00.000Z`
          const mayWrite = computer.opening !== null && takenBy(file, computer.opening) === null
          if (step === 'crash') computer.opening = null
          else if (step === 'save') {
            if (mayWrite) expect(computer.opening).toBe(last)
          } else if (step === 'renew') {
            if (mayWrite) file = write(who, computer.opening ?? '', computer.clock)
          } else if (step === 'close') {
            if (mayWrite) file = 'none'
            computer.opening = null
          } else if (step === 'take over' || inTheWay(file, `install ${who}`) === null) {
            computer.opening = last = `opening ${(count += 1)}`
            file = write(who, computer.opening, computer.clock)
          }
          const writers = computers.filter(({ opening }) => opening !== null && takenBy(file, opening) === null)
          expect(writers.length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
