import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Workspace } from '#shared/contract/app.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

const kept = () => practice.call('workspace:get', {}).workspace

describe('where the therapist was', () => {
  it('is unknown at first', () => {
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

  it('keeps a form until it is changed or given up, whichever window saves its place meanwhile', () => {
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
