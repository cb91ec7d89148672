import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeDraftLeases } from './draftLeases.ts'

const [note, other] = ['note', 'other note']

const watched = () => {
  const wanted: [string, number][] = []
  const freed: string[] = []
  let writers: ReadonlyMap<string, number> = new Map()
  const leases = makeDraftLeases(
    {
      wanted: (session, window) => wanted.push([session, window]),
      freed: (session) => freed.push(session),
      enforce: async (enforced) => void (writers = enforced),
    },
    1000,
  )
  /** As the services do it. */
  const mayWrite = (session: string, window: number) => (writers.get(session) ?? window) === window
  return { leases, wanted, freed, mayWrite }
}

describe('who writes in a note', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is the first window that asks, and nobody else, note by note', () => {
    const { leases, mayWrite } = watched()
    expect(leases.hold(note, 1)).toBe(true)
    expect(leases.hold(note, 1)).toBe(true)
    expect(leases.hold(note, 2)).toBe(false)
    expect(leases.hold(other, 2)).toBe(true)
    expect(mayWrite(note, 1)).toBe(true)
    expect(mayWrite(note, 2)).toBe(false)
  })

  it('is anybody while no window has the note open', () => {
    const { leases, freed, mayWrite } = watched()
    expect(mayWrite(note, 7)).toBe(true)
    leases.hold(note, 1)
    leases.release(note, 2)
    expect(mayWrite(note, 7)).toBe(false)
    leases.release(note, 1)
    expect(mayWrite(note, 7)).toBe(true)
    expect(freed).toEqual([note])
  })

  it('goes over only when the one who writes has let go', async () => {
    const { leases, wanted, freed, mayWrite } = watched()
    leases.hold(note, 1)
    const takeOver = leases.takeOver(note, 2)
    expect(wanted).toEqual([[note, 1]])
    expect(mayWrite(note, 2)).toBe(false)
    leases.release(note, 1)
    expect(mayWrite(note, 1)).toBe(false)
    expect(await takeOver).toBe(true)
    expect(freed).toEqual([])
  })

  it('stays where it is when the one who writes cannot save in time', async () => {
    const { leases, freed, mayWrite } = watched()
    leases.hold(note, 1)
    const takeOver = leases.takeOver(note, 2)
    vi.advanceTimersByTime(1000)
    expect(await takeOver).toBe(false)
    expect(mayWrite(note, 1)).toBe(true)
    leases.release(note, 1)
    expect(freed).toEqual([note])
    expect(mayWrite(note, 3)).toBe(true)
  })

  it('goes over at once from a window that is gone', async () => {
    const { leases, mayWrite } = watched()
    leases.hold(note, 1)
    const takeOver = leases.takeOver(note, 2)
    leases.releaseAll(1)
    expect(await takeOver).toBe(true)
    expect(mayWrite(note, 2)).toBe(true)
  })

  it('is given to one after the other when several wait', async () => {
    const { leases, wanted } = watched()
    leases.hold(note, 1)
    const second = leases.takeOver(note, 2)
    const third = leases.takeOver(note, 3)
    leases.release(note, 1)
    expect(await second).toBe(true)
    expect(wanted.at(-1)).toEqual([note, 2])
    leases.release(note, 2)
    expect(await third).toBe(true)
  })

  it('is nobody who was closed while waiting', async () => {
    const { leases, freed } = watched()
    leases.hold(note, 1)
    const takeOver = leases.takeOver(note, 2)
    leases.releaseAll(2)
    expect(await takeOver).toBe(false)
    leases.release(note, 1)
    expect(freed).toEqual([note])
  })

  it('is told to a window when the services enforce it, not before', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const leases = makeDraftLeases({ wanted: () => {}, freed: () => {}, enforce: () => promise }, 1000)
    let isEnforced = false
    leases.hold(note, 1)
    const enforced = leases.enforced().then(() => void (isEnforced = true))
    await Promise.resolve()
    expect(isEnforced).toBe(false)
    resolve()
    await enforced
  })

  it('is never two windows, whatever happens in whatever order', () => {
    const act = fc.record({
      kind: fc.constantFrom('hold', 'release', 'releaseAll', 'takeOver', 'wait'),
      window: fc.integer({ min: 1, max: 4 }),
      session: fc.constantFrom(note, other),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { leases, mayWrite } = watched()
        for (const { kind, window, session } of acts) {
          if (kind === 'hold') expect(leases.hold(session, window)).toBe(mayWrite(session, window))
          if (kind === 'release') leases.release(session, window)
          if (kind === 'releaseAll') leases.releaseAll(window)
          if (kind === 'takeOver') void leases.takeOver(session, window)
          if (kind === 'wait') vi.advanceTimersByTime(600)
          for (const one of [note, other]) {
            const writers = [1, 2, 3, 4].filter((id) => mayWrite(one, id))
            expect([1, 4]).toContain(writers.length)
          }
        }
      }),
    )
  })
})
