import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Workspace } from '#shared/contract/app.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { markEverything } from '../fixtures/signedNote.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

const kept = () => practice.call('workspace:get', {}).workspace

describe('where the therapist was', () => {
  it('is not known at first', () => {
    expect(kept()).toBeNull()
  })

  it('comes back after a restart: route, caret, scroll and what was half-typed', () => {
    const workspace: Workspace = {
      path: '/sessions/01900000-0000-7000-8000-000000000001',
      caret: { editor: 'assessment', from: 17, to: 21 },
      scroll: { note: 120.5, findings: 0 },
      forms: { newClient: { firstName: 'Ma', lastName: '' }, 'practice settings': { name: 'נועה' } },
    }
    expect(contract['workspace:save'].input.parse({ workspace })).toEqual({ workspace })
    practice.call('workspace:save', { workspace })
    practice.reopen()
    expect(kept()).toEqual(workspace)
  })

  it('holds only the place that was saved last', () => {
    practice.call('workspace:save', {
      workspace: { path: '/clients', caret: { editor: 'plan', from: 1, to: 1 }, scroll: { list: 9 }, forms: {} },
    })
    const next = { path: '/', caret: null, scroll: { today: 4 }, forms: {} }
    practice.call('workspace:save', { workspace: next })
    expect(kept()).toEqual(next)
  })

  it.each(['signed', 'removed for good'] as const)(
    'forgets what was half typed about a session that is %s, and about no other',
    (end) => {
      const client = practice.addClient({ firstName: 'Mara' })
      const [id, other] = [practice.startSession(client), practice.startSession(client)]
      practice.write(id, 'plan', 'Weekly.')
      markEverything(practice, id)
      const { measures, treatedAreas } = practice.call('session:get', { id })
      const own = [id, ...[...measures.ranges, ...measures.activities, ...treatedAreas].map((part) => part.id)]
      expect(own.length).toBeGreaterThan(3)
      const forms = Object.fromEntries([...own, other].map((one) => [`form of ${one}`, { remark: 'half a word' }]))
      practice.call('workspace:save', { workspace: { path: '/today', caret: null, scroll: {}, forms } })
      if (end === 'signed') {
        const { questions } = practice.call('session:signQuestions', { id })
        practice.call('session:sign', { id, answers: questions.map((asked) => ({ ...asked, decision: 'left' })) })
      } else {
        practice.call('session:discard', { id })
        practice.call('bin:remove', { id })
      }
      expect(Object.keys(kept()?.forms ?? {})).toEqual([`form of ${other}`])
    },
  )

  it('keeps a form until it is changed or given up, whichever window saves its own place meanwhile', () => {
    const place = { path: '/clients', caret: null, scroll: {} }
    practice.call('workspace:save', {
      workspace: { ...place, forms: { newClient: { firstName: 'Ma', phone: '1' }, settings: { name: 'H' } } },
    })
    practice.call('workspace:save', { workspace: { ...place, path: '/today', forms: {} } })
    expect(kept()?.forms).toEqual({ newClient: { firstName: 'Ma', phone: '1' }, settings: { name: 'H' } })
    practice.call('workspace:save', {
      workspace: { ...place, forms: { newClient: { firstName: 'Maren' }, settings: null } },
    })
    expect(kept()?.forms).toEqual({ newClient: { firstName: 'Maren' } })
  })
})
