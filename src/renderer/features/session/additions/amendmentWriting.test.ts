import { describe, expect, it, vi } from 'vitest'
import { documentFromText, plainText } from '#shared/domain/note/plainText.ts'
import { sampleSession } from '#renderer/documents/sampleFile.ts'
import { createAmendmentWriting } from './amendmentWriting.ts'

const note = sampleSession(1)
const ofPlan = { part: 'plan', addendumId: null } as const
const ofObjective = { part: 'objective', addendumId: null } as const
const begin = (reason = '', text?: string) =>
  createAmendmentWriting(note, {
    correction: { ...ofPlan, reason },
    document: text === undefined ? null : documentFromText(text),
  })

describe('an amendment that is being written', () => {
  it('begins with the words as they stand, and needs others and a reason', () => {
    const writing = begin()
    expect(plainText(writing.document())).toBe('Text of plan')
    expect(writing.state()).toEqual({ target: ofPlan, oldWords: 'Text of plan', reason: '', missing: 'words' })
    writing.write(() => documentFromText('Other words'))
    expect(writing.state().missing).toBe('reason')
    writing.giveReason('  ')
    expect(writing.state().missing).toBe('reason')
    writing.giveReason('A slip')
    expect(writing.state().missing).toBeNull()
    expect(writing.content()).toEqual({
      document: documentFromText('Other words'),
      correction: { ...ofPlan, reason: 'A slip' },
    })
  })

  it('goes on with what was stored', () => {
    const writing = begin('A slip', 'Stored words')
    expect(plainText(writing.document())).toBe('Stored words')
    expect(writing.state().missing).toBeNull()
  })

  it('keeps what was typed for each choice', () => {
    const writing = begin('A slip')
    writing.write(() => documentFromText('Other words'))
    writing.choose(ofObjective)
    expect(plainText(writing.document())).toBe('Text of objective')
    expect(writing.state()).toMatchObject({ target: ofObjective, oldWords: 'Text of objective', missing: 'words' })
    writing.choose(ofPlan)
    expect(plainText(writing.document())).toBe('Other words')
    expect(writing.content().correction).toEqual({ ...ofPlan, reason: 'A slip' })
  })

  it('reads the newest words whenever they are asked for', () => {
    const writing = begin('A slip')
    let text = 'One'
    writing.write(() => documentFromText(text))
    text = 'Two'
    expect(plainText(writing.content().document)).toBe('Two')
  })

  it('notifies when what is shown beside the words changes, and not at every key', () => {
    const writing = begin('A slip')
    const listener = vi.fn()
    const stop = writing.subscribe(listener)
    writing.write(() => documentFromText('O'))
    writing.write(() => documentFromText('Ot'))
    expect(listener).toHaveBeenCalledTimes(1)
    writing.write(() => documentFromText('Text of plan '))
    expect(listener).toHaveBeenCalledTimes(2)
    stop()
    writing.giveReason('x')
    expect(listener).toHaveBeenCalledTimes(2)
  })
})
