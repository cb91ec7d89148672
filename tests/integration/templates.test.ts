import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { skeletonFromText } from '#shared/domain/template/skeletonText.ts'
import type { Template } from '#shared/domain/template/template.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample' })
})
afterEach(() => practice.remove())

const list = () => practice.call('template:list', {})
const names = () => list().map(({ name }) => name)
const put = (template: Template) => practice.call('template:put', { template })
const start = (templateId?: string | null) =>
  practice.call('session:start', {
    clientId: client,
    serviceStart: '2026-11-23T14:00',
    ...(templateId !== undefined && { templateId }),
  })
const get = (id: string) => practice.call('session:get', { id })
const text = (id: string, name: string) => get(id).sections.find(({ section }) => section === name)?.plainText

const chair = (): Template => ({
  id: practice.surroundings.newId(),
  name: 'Chair',
  lengthMinutes: 20,
  sections: [
    { section: 'subjective', document: skeletonFromText('{{client.firstName}} feels {{where}}, {{today}}.') },
    { section: 'plan', document: skeletonFromText('Next visit in {{time}}.') },
  ],
  otherParts: [],
  measures: ['tension', 'sleep'],
})

/** Adds a part to a stored template as a newer version of the app would have. */
const addPart = (templateId: string, section: string, document: string, schemaVersion: number) =>
  practice.database.sqlite
    .prepare('INSERT INTO template_section VALUES (?, ?, ?, ?, ?)')
    .run(templateId, section, document, schemaVersion, 'Since childhood')

describe('the templates', () => {
  it('start as the six built-in ones, put in once', () => {
    expect(names()).toEqual(['First visit', 'Follow-up', 'Post-surgical', 'Sports', 'Headache', 'On-site chair'])
    expect(contract['template:list'].output.parse(list())).toEqual(list())
    for (const { id } of list()) practice.call('template:remove', { id })
    practice.reopen()
    expect(list()).toEqual([])
  })

  it('are added at the end, changed in place, ordered and removed', () => {
    list()
    const template = chair()
    put(template)
    expect(list().at(-1)).toEqual(template)
    const ids = list().map(({ id }) => id)
    practice.call('template:reorder', { ids: [template.id, ...ids.slice(0, -1)] })
    const changed = { ...template, name: 'Fair chair', lengthMinutes: null, sections: [], measures: [] }
    put(changed)
    expect(list()[0]).toEqual(changed)
    practice.call('template:remove', { id: template.id })
    expect(names()).not.toContain('Fair chair')
    put(template)
    expect(names().at(-1)).toBe('Chair')
  })

  it('are put in order all together or not at all', () => {
    const [first, second, ...others] = list().map(({ id }) => id)
    if (!first || !second) throw new Error('no templates')
    for (const ids of [[first], [first, first, ...others], [nobody, second, ...others]]) {
      expect(refusalOf(() => practice.call('template:reorder', { ids }))).toEqual({ code: 'CONFLICT' })
    }
    expect(refusalOf(() => practice.call('template:remove', { id: nobody }))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('a session with a template', () => {
  it('begins with its skeletons, length and measures', () => {
    const template = chair()
    put(template)
    const { id, isTemplateMissing } = start(template.id)
    expect(isTemplateMissing).toBe(false)
    expect(get(id)).toMatchObject({ details: { lengthMinutes: 20 }, measuresAsked: ['tension', 'sleep'] })
    expect(text(id, 'subjective')).toBe('Mara feels where, 23 November 2026.')
    expect(text(id, 'plan')).toBe('Next visit in time.')
    expect(JSON.stringify(get(id).sections)).toContain('"type":"blank"')
    expect(text(id, 'objective')).toBe('')
    expect(contract['session:get'].output.parse(get(id))).toEqual(get(id))
  })

  it('asks for the practice’s measures where the template has none, or is gone', () => {
    const template = { ...chair(), measures: [] }
    put(template)
    expect(get(start(template.id).id).measuresAsked).toEqual(['pain'])
    const { id } = start(list()[0]?.id)
    expect(get(id).measuresAsked).toContain('function')
    practice.call('template:remove', { id: list()[0]?.id ?? '' })
    expect(get(id).measuresAsked).toEqual(['pain'])
    expect(text(id, 'subjective')).toContain('Reason for coming')
  })

  it('takes the client’s own template unless another one, or none, is chosen', () => {
    const template = chair()
    put(template)
    practice.call('client:setTemplate', { id: client, templateId: template.id })
    expect(practice.call('client:get', { id: client }).client).toMatchObject({
      defaultTemplateId: template.id,
      revision: 1,
    })
    expect(text(start().id, 'plan')).toBe('Next visit in time.')
    expect(text(start(null).id, 'plan')).toBe('')
    const followUp = list().find(({ name }) => name === 'Follow-up')
    expect(text(start(followUp?.id).id, 'subjective')).toContain('Since last time')
    practice.call('client:setTemplate', { id: client, templateId: null })
    expect(text(start().id, 'plan')).toBe('')
  })

  it('begins without one where it was deleted, and says so once', () => {
    const template = chair()
    put(template)
    practice.call('client:setTemplate', { id: client, templateId: template.id })
    practice.call('template:remove', { id: template.id })
    expect(start()).toMatchObject({ isTemplateMissing: true })
    const { id, isTemplateMissing } = start()
    expect(isTemplateMissing).toBe(false)
    expect(text(id, 'plan')).toBe('')
    expect(start(nobody)).toMatchObject({ isTemplateMissing: true })
  })

  it('has its template again when the deletion was undone', () => {
    const template = chair()
    put(template)
    practice.call('client:setTemplate', { id: client, templateId: template.id })
    practice.call('template:remove', { id: template.id })
    put(template)
    expect(start()).toMatchObject({ isTemplateMissing: false })
  })

  it('cannot use a client’s template that does not exist', () => {
    const choose = () => practice.call('client:setTemplate', { id: client, templateId: nobody })
    expect(refusalOf(choose)).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('a template for a section that does not exist', () => {
  it('is used without that section, and keeps it through every change', () => {
    const template = chair()
    put(template)
    addPart(template.id, 'history', '{"type":"doc","content":[{"type":"table"}]}', 9)
    const [stored] = list().filter(({ id }) => id === template.id)
    expect(stored?.sections).toHaveLength(2)
    expect(stored?.otherParts).toMatchObject([{ section: 'history', schemaVersion: 9, plainText: 'Since childhood' }])
    expect(text(start(template.id).id, 'plan')).toBe('Next visit in time.')
    if (!stored) return
    put({ ...stored, name: 'Chair, longer' })
    practice.call('template:remove', { id: template.id })
    put({ ...stored, name: 'Chair, longer' })
    expect(list().at(-1)).toEqual({ ...stored, name: 'Chair, longer' })
  })

  it('is reported like one whose skeleton this version cannot read', () => {
    const template = chair()
    put(template)
    addPart(template.id, 'objective', '{"type":"doc","content":[{"type":"table"}]}', 9)
    addPart(template.id, 'assessment', 'not JSON', 1)
    const [stored] = list().filter(({ id }) => id === template.id)
    expect(stored?.otherParts.map(({ section }) => section)).toEqual(['assessment', 'objective'])
    expect(text(start(template.id).id, 'objective')).toBe('')
  })

  it('keeps measures that this version does not know, and does not ask for them', () => {
    const template = { ...chair(), measures: ['gait', 'stress'] }
    put(template)
    expect(get(start(template.id).id).measuresAsked).toEqual(['stress'])
    expect(list().at(-1)?.measures).toEqual(['gait', 'stress'])
  })
})

describe('a skeleton alone', () => {
  const sign = (id: string) => practice.call('session:sign', { id })

  it('counts as nothing written: the note is empty and cannot be signed', () => {
    const template = chair()
    put(template)
    const { id } = start(template.id)
    expect(get(id).sections.filter(({ isUntouched }) => isUntouched)).toHaveLength(2)
    expect(refusalOf(() => sign(id))).toEqual(fieldRefusal('', 'empty_note'))
  })

  it('counts as written once a word of it is changed', () => {
    const template = { ...chair(), sections: [{ section: 'plan' as const, document: documentFromText('Next visit.') }] }
    put(template)
    const { id } = start(template.id)
    expect(refusalOf(() => sign(id))).toEqual(fieldRefusal('', 'empty_note'))
    practice.write(id, 'plan', 'Next visit in a week.')
    expect(get(id).sections.some(({ isUntouched }) => isUntouched)).toBe(false)
    expect(sign(id).sequence).toBe(1)
  })

  it('is not shown in lists as a session’s first words', () => {
    const template = chair()
    put(template)
    const { id } = start(template.id)
    const excerpt = () => practice.call('client:get', { id: client }).sessions[0]?.excerpt
    expect(excerpt()).toBe('')
    practice.surroundings.moveTime(1000)
    practice.write(id, 'plan', 'Next visit in a week.')
    expect(excerpt()).toBe('Next visit in a week.')
    practice.call('session:discard', { id })
    expect(practice.call('bin:list', {})[0]?.excerpt).toBe('Next visit in a week.')
  })

  it('counts as written when the template was changed since', () => {
    const template = chair()
    put(template)
    const { id } = start(template.id)
    put({ ...template, sections: [] })
    expect(get(id).sections.some(({ isUntouched }) => isUntouched)).toBe(false)
  })
})
