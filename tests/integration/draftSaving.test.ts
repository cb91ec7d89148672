// Saving a draft as a page does: the changes of one act together, and only over what the page has read.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/contract/contract.ts'
import type { DraftChange } from '#shared/contract/drafts.ts'
import { emptyDocument } from '#shared/domain/note/document.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let id: string
beforeEach(() => {
  practice = practiceUnderTest()
  id = practice.startSession(practice.addClient({ firstName: 'Mara', lastName: 'Sample' }))
})
afterEach(() => practice.remove())

type Page = Pick<Input<'draft:save'>, 'writer' | 'since'>

/** A page that reads the draft now. */
const page = (): Page => ({
  writer: randomUUID(),
  since: practice.call('draft:revision', {}).revision,
})
const save = (from: Page, ...changes: DraftChange[]) => practice.call('draft:save', { sessionId: id, ...from, changes })
const plan = (text: string, more: { isEmptied?: true } = {}): DraftChange => ({
  operation: 'session:saveSection',
  input: { id, section: 'plan', document: documentFromText(text), ...more },
})
const pain = (painBefore: number): DraftChange => ({
  operation: 'session:savePain',
  input: { id, painBefore, painAfter: null },
})
const read = () => practice.call('session:get', { id })
const storedPlan = () => read().sections.find(({ section }) => section === 'plan')?.plainText
const changedMeanwhile = (path: string) => ({
  code: 'CONFLICT',
  details: { issues: [{ path, code: 'changed_meanwhile' }] },
})

describe('an act', () => {
  it('that puts a mark and writes its sentence / stores both, each with its history', () => {
    const finding = practice.someFinding(id)
    save(page(), { operation: 'finding:put', input: { finding } }, plan('Right upper trapezius: tender'))
    expect(read().findings).toHaveLength(1)
    expect(storedPlan()).toBe('Right upper trapezius: tender')
    const [moment] = practice.call('history:list', { sessionId: id }).moments
    expect(moment?.parts.toSorted()).toEqual(['map', 'plan'])
  })

  it('of which one change is refused / stores nothing', () => {
    const from = page()
    const finding = practice.someFinding(id, { regionId: 'wing.left' })
    expect(refusalOf(() => save(from, plan('Weekly'), { operation: 'finding:put', input: { finding } }))).toMatchObject(
      {
        code: 'VALIDATION',
      },
    )
    expect(storedPlan()).toBe('')
    expect(practice.call('history:list', { sessionId: id }).moments).toEqual([])
    // Nothing of it counts as saved, not even for others.
    expect(save({ ...page(), since: from.since }, plan('Daily'))).toEqual({ savedAt: expect.any(String) })
  })

  it('that removes what is not there / succeeds', () => {
    const gone = randomUUID()
    save(page(), { operation: 'stroke:remove', input: { sessionId: id, id: gone } }, plan('Weekly'))
    expect(storedPlan()).toBe('Weekly')
  })

  it('in a session that is not there / is refused, whatever it does', () => {
    const sessionId = randomUUID()
    const removal: DraftChange = { operation: 'stroke:remove', input: { sessionId, id: randomUUID() } }
    expect(refusalOf(() => practice.call('draft:save', { sessionId, ...page(), changes: [removal] }))).toEqual({
      code: 'NOT_FOUND',
    })
  })

  it('with a change of another session / is refused', () => {
    const other = practice.startSession(practice.addClient({ firstName: 'Noor', lastName: 'Sample' }))
    const change: DraftChange = { operation: 'session:savePain', input: { id: other, painBefore: 3, painAfter: 1 } }
    expect(refusalOf(() => save(page(), plan('Weekly'), change))).toEqual(fieldRefusal('changes.1', 'other_session'))
    expect(storedPlan()).toBe('')
  })

  it('in a signed note / is refused', () => {
    save(page(), plan('Weekly'))
    practice.call('session:sign', { id })
    expect(refusalOf(() => save(page(), plan('Daily')))).toEqual({ code: 'SIGNED' })
  })
})

describe('a part that somebody else has saved after it was read', () => {
  it('is not saved over, and nothing of the act is', () => {
    const [mine, theirs] = [page(), page()]
    save(theirs, plan('Theirs'))
    expect(refusalOf(() => save(mine, pain(4), plan('Mine')))).toEqual(changedMeanwhile('plan'))
    expect(storedPlan()).toBe('Theirs')
    expect(read().painBefore).toBeNull()
  })

  it('leaves the other parts free', () => {
    const [mine, theirs] = [page(), page()]
    save(theirs, plan('Theirs'))
    save(mine, pain(4))
    expect(read().painBefore).toBe(4)
  })

  it('is free again for a page that has read it since', () => {
    save(page(), plan('Theirs'))
    save(page(), plan('Theirs, and mine'))
    expect(storedPlan()).toBe('Theirs, and mine')
  })

  it('saved by oneself / is saved over as often as wanted, also where an answer was lost', () => {
    const mine = page()
    for (const text of ['a', 'ab', 'abc']) save(mine, plan(text))
    expect(storedPlan()).toBe('abc')
  })

  it('counts as saved by any operation, also one that saves it alone', () => {
    const mine = page()
    practice.write(id, 'plan', 'Past the page')
    expect(refusalOf(() => save(mine, plan('Mine')))).toEqual(changedMeanwhile('plan'))
  })

  it('is every part, after a moment of the history was brought back', () => {
    const mine = page()
    save(mine, plan('Weekly'))
    const [first] = practice.call('history:list', { sessionId: id }).moments
    practice.call('history:restore', { sessionId: id, at: first?.at ?? '', part: null })
    expect(refusalOf(() => save(mine, plan('Mine')))).toEqual(changedMeanwhile('plan'))
    expect(refusalOf(() => save(mine, pain(4)))).toEqual(changedMeanwhile('pain'))
    save(page(), plan('Mine'))
  })
})

describe('the moments that are listed', () => {
  it('stay as they were / what is saved over after that can be shown again, though it is a few seconds old', () => {
    const [mine, theirs] = [page(), page()]
    save(theirs, plan('Weekly'))
    practice.surroundings.moveTime(2000)
    expect(refusalOf(() => save(mine, plan('Weekly, then monthly')))).toEqual(changedMeanwhile('plan'))
    const [stored] = practice.call('history:list', { sessionId: id }).moments
    save({ ...page(), writer: mine.writer }, plan('Weekly, then monthly'))
    practice.call('history:restore', { sessionId: id, at: stored?.at ?? '', part: 'plan' })
    expect(storedPlan()).toBe('Weekly')
    const [, before] = practice.call('history:list', { sessionId: id }).moments
    practice.call('history:restore', { sessionId: id, at: before?.at ?? '', part: 'plan' })
    expect(storedPlan()).toBe('Weekly, then monthly')
  })
})

describe('a part that is saved over what somebody else saved', () => {
  const over = (from: Page, ...changes: DraftChange[]) =>
    practice.call('draft:save', { sessionId: id, ...from, overwrites: true, changes })

  it('leaves that in the history, whatever it adds or takes out', () => {
    const [mine, theirs] = [page(), page()]
    save(theirs, pain(3))
    over(mine, pain(7))
    const [, before] = practice.call('history:list', { sessionId: id }).moments
    expect(practice.call('history:get', { sessionId: id, at: before?.at ?? '' }).painBefore).toBe(3)
    expect(read().painBefore).toBe(7)
  })

  it('without a history keeps both texts, and is read again before it is saved again', () => {
    const remark = (text: string): DraftChange => ({ operation: 'session:savePrivateRemark', input: { id, text } })
    const [mine, theirs] = [page(), page()]
    save(theirs, remark('Theirs'))
    over(mine, remark('Mine'))
    expect(read().privateRemark).toBe('Theirs\n\nMine')
    // The screen still shows what was written on it alone.
    expect(refusalOf(() => save(mine, remark('Mine, and more')))).toEqual(changedMeanwhile('remark'))
    const again = { ...page(), writer: mine.writer }
    save(again, remark('Theirs, and mine'))
    expect(read().privateRemark).toBe('Theirs, and mine')
  })

  it('without a history is not doubled where one text holds the other', () => {
    const remark = (text: string): DraftChange => ({ operation: 'session:savePrivateRemark', input: { id, text } })
    const [mine, theirs] = [page(), page()]
    save(theirs, remark('Weekly, then monthly'))
    over(mine, remark('Weekly'))
    expect(read().privateRemark).toBe('Weekly, then monthly')
    over(mine, remark('Weekly, then monthly, then as needed'))
    expect(read().privateRemark).toBe('Weekly, then monthly, then as needed')
  })

  it('and is an amendment / keeps both texts and both reasons', () => {
    save(page(), plan('Weekly'))
    practice.call('session:sign', { id })
    const amendment = randomUUID()
    const writing = (text: string, reason: string): DraftChange => ({
      operation: 'addendum:saveDraft',
      input: {
        sessionId: id,
        id: amendment,
        document: documentFromText(text),
        correction: { part: 'plan', addendumId: null, reason },
      },
    })
    const [mine, theirs] = [page(), page()]
    save(theirs, writing('Theirs', 'Wrong interval'))
    expect(refusalOf(() => save(mine, writing('Mine', 'A slip')))).toEqual(changedMeanwhile(`addition/${amendment}`))
    over(mine, writing('Mine', 'A slip'))
    const [stored] = read().addenda
    expect(stored?.plainText).toBe('Theirs\n\nMine')
    expect(stored?.correction?.reason).toBe('Wrong interval\n\nA slip')
    over({ ...mine, since: 0 }, writing('', ''))
    expect(read().addenda[0]?.plainText).toBe('Theirs\n\nMine')
  })

  it('does not empty words that nobody took out either', () => {
    const [mine, theirs] = [page(), page()]
    save(theirs, plan('Theirs'))
    expect(refusalOf(() => over(mine, plan('')))).toMatchObject({ code: 'CONFLICT' })
    over(mine, plan('', { isEmptied: true }))
    expect(storedPlan()).toBe('')
  })

  it('changes nothing for the parts that it does not name', () => {
    const [mine, theirs] = [page(), page()]
    save(theirs, plan('Theirs'), pain(3))
    over(mine, pain(7))
    expect(refusalOf(() => save(mine, plan('Mine')))).toEqual(changedMeanwhile('plan'))
  })
})

describe('nothing in the place of words', () => {
  const wouldBeEmptied = { code: 'CONFLICT', details: { issues: [{ path: 'document', code: 'would_be_emptied' }] } }

  it('is refused when nobody took them out', () => {
    const mine = page()
    save(mine, plan('Weekly'))
    for (const document of [emptyDocument, documentFromText('  \n ')]) {
      const change: DraftChange = { operation: 'session:saveSection', input: { id, section: 'plan', document } }
      expect(refusalOf(() => save(mine, change))).toEqual(wouldBeEmptied)
    }
    expect(storedPlan()).toBe('Weekly')
  })

  it('is stored when the therapist took them out', () => {
    const mine = page()
    save(mine, plan('Weekly'))
    save(mine, plan('', { isEmptied: true }))
    expect(storedPlan()).toBe('')
    save(mine, plan(''))
  })

  it('is refused in an addendum as well', () => {
    save(page(), plan('Weekly'))
    practice.call('session:sign', { id })
    const addendum = practice.addendum(id, 'She called')
    const input = { sessionId: id, id: addendum, document: emptyDocument, correction: null }
    expect(refusalOf(() => save(page(), { operation: 'addendum:saveDraft', input }))).toEqual(wouldBeEmptied)
    save(page(), { operation: 'addendum:saveDraft', input: { ...input, isEmptied: true } })
  })
})
