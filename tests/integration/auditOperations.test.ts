// Every operation leaves exactly the entries of the audit log that the contract states for it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DatabaseChannel } from '#main/services/createServices.ts'
import { channels, contract, type Input } from '#shared/contract/contract.ts'
import { changesPractice } from '#shared/contract/operation.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import {
  everything,
  furnish,
  intake,
  later,
  left,
  type Furnished,
  type ShortEntry,
} from '../fixtures/auditedPractice.ts'
import { practiceUnderTest, samplePractice, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

const call: PracticeUnderTest['call'] = (channel, input) => practice.call(channel, input)

/** What a restore leaves of a client who was erased in the vault before it. */
function wasErasedBefore(clientId: string): void {
  practice.database.sqlite
    .prepare(
      `INSERT INTO earlier_erasure (client_id, sequence, fingerprint, erased_at, basis, reason)
       VALUES (?, 1, ?, '2026-11-20T09:00:00.000Z', 'retention over', '')`,
    )
    .run(clientId, 'a'.repeat(64))
}

const document = documentFromText('Better since Monday')
const guardian = { clientId: null, name: 'Ines Sample', phone: '' } as const

interface Example<C extends DatabaseChannel> {
  readonly input: Input<C>
  /** What was done before, in the same practice. */
  readonly before?: () => void
  /** An id that is only known afterwards is `made`. */
  readonly entries: readonly ShortEntry[]
}
type Examples = { readonly [C in DatabaseChannel]?: (practice: Furnished) => Example<C> }
/**
 * Every operation that writes has an example, by type, but for one that needs the answer of an authority and leaves no entry,
 * and one that needs another copy of the vault (copies.test.ts).
 */
type Writing = Exclude<
  {
    [C in DatabaseChannel]: (typeof contract)[C]['effect'] extends 'practice' | 'session' ? C : never
  }[DatabaseChannel],
  'record:keepStamp' | 'copy:bringIn'
>

const made = 'made'
const ofSettings: readonly ShortEntry[] = [['settings changed', 'practice', null, null]]
const intakeOf = (clientId: string) => call('health:save', intake(clientId)).id
const onDraft = ({ draft, client }: Furnished): readonly ShortEntry[] => [['changed', 'session', draft, client]]

const examples: Examples & Required<Pick<Examples, Writing>> = {
  'practice:save': () => ({
    input: { practice: samplePractice },
    entries: ofSettings,
  }),
  'practice:saveSettings': () => ({
    input: { settings: call('practice:get', {}).settings },
    entries: ofSettings,
  }),
  'client:get': ({ client }) => ({ input: { id: client }, entries: [['viewed', 'client', client, client]] }),
  'client:create': () => ({
    input: { fields: { ...emptyClient, lastName: 'Other' } },
    entries: [['created', 'client', made, made]],
  }),
  'client:update': ({ client }) => {
    const { revision, fields } = call('client:get', { id: client }).client
    return { input: { id: client, revision, fields }, entries: [['changed', 'client', client, client]] }
  },
  'client:archive': ({ client }) => ({ input: { id: client }, entries: [['archived', 'client', client, client]] }),
  'client:restore': ({ client }) => ({
    before: () => call('client:archive', { id: client }),
    input: { id: client },
    entries: [['restored', 'client', client, client]],
  }),
  'client:setTemplate': ({ client, template }) => ({
    input: { id: client, templateId: template.id },
    entries: [['changed', 'client', client, client]],
  }),
  'people:putProvider': ({ newId }) => {
    const provider = { ...practice.someProvider(), id: newId() }
    return { input: { provider }, entries: [['changed', 'provider', provider.id, null]] }
  },
  'people:removeProvider': () => {
    const provider = practice.someProvider()
    return {
      before: () => call('people:putProvider', { provider }),
      input: { id: provider.id },
      entries: [['changed', 'provider', provider.id, null]],
    }
  },
  'people:ofClient': ({ client: clientId }) => ({
    input: { clientId },
    entries: [['viewed', 'client', clientId, clientId]],
  }),
  'people:link': ({ client }) => {
    const provider = practice.someProvider()
    return {
      before: () => call('people:putProvider', { provider }),
      input: { clientId: client, providerId: provider.id, role: 'Family doctor', mayRelease: false },
      entries: [['changed', 'client', client, client]],
    }
  },
  'people:unlink': ({ client }) => {
    const provider = practice.someProvider()
    return {
      before: () => {
        call('people:putProvider', { provider })
        call('people:link', { clientId: client, providerId: provider.id, role: '', mayRelease: false })
      },
      input: { clientId: client, providerId: provider.id },
      entries: [['changed', 'client', client, client]],
    }
  },
  'people:putHousehold': ({ client, newId }) => ({
    input: { id: newId(), clientId: client, relation: 'guardian', person: guardian },
    entries: [['changed', 'client', client, client]],
  }),
  'people:removeHousehold': ({ client, newId }) => {
    const id = newId()
    return {
      before: () => call('people:putHousehold', { id, clientId: client, relation: 'guardian', person: guardian }),
      input: { id, clientId: client },
      entries: [['changed', 'client', client, client]],
    }
  },
  'consent:saveRules': () => ({ input: { rules: null }, entries: ofSettings }),
  'consent:give': ({ client }) => {
    const consent = practice.someConsent(client)
    return { input: { consent }, entries: [['signed', 'consent', consent.id, client]] }
  },
  'consent:withdraw': ({ client, newId }) => {
    const consent = practice.someConsent(client)
    return {
      before: () => call('consent:give', { consent }),
      input: { withdrawal: { id: newId(), consentId: consent.id, cause: 'withdrawn', remark: '' } },
      entries: [['changed', 'consent', consent.id, client]],
    }
  },
  'session:start': ({ client }) => ({
    input: { clientId: client, serviceStart: '2026-11-23T10:00' },
    entries: [['created', 'session', made, client]],
  }),
  'session:startLate': ({ client }) => ({
    input: {
      clientId: client,
      details: { serviceStart: '2026-11-02T10:00', lengthMinutes: 60, place: 'practice', visitAddress: '' },
      reason: 'Was ill',
    },
    entries: [['created', 'session', made, client]],
  }),
  'session:get': ({ signed, client }) => ({ input: { id: signed }, entries: [['viewed', 'session', signed, client]] }),
  'session:lastTime': ({ signed, draft, client }) => ({
    input: { sessionId: draft },
    entries: [['viewed', 'session', signed, client]],
  }),
  'session:saveDetails': (all) => ({
    input: { id: all.draft, details: call('session:get', { id: all.draft }).details },
    entries: onDraft(all),
  }),
  'session:savePain': (all) => ({ input: { id: all.draft, painBefore: 6, painAfter: 2 }, entries: onDraft(all) }),
  'session:saveMeasures': (all) => ({
    input: { id: all.draft, measures: { scores: [], ranges: [], activities: [] } },
    entries: onDraft(all),
  }),
  'session:saveItems': (all) => ({
    input: { id: all.draft, list: 'homework', items: [{ text: 'Walk', carriedFrom: null }] },
    entries: onDraft(all),
  }),
  'session:savePrivateRemark': (all) => ({ input: { id: all.draft, text: 'Call back' }, entries: onDraft(all) }),
  'session:saveSection': (all) => ({ input: { id: all.draft, section: 'plan', document }, entries: onDraft(all) }),
  'timer:put': (all) => ({ input: { sessionId: all.draft, span: all.span }, entries: onDraft(all) }),
  'timer:remove': (all) => ({ input: { sessionId: all.draft, id: all.span.id }, entries: onDraft(all) }),
  'finding:put': (all) => ({ input: { finding: all.finding }, entries: onDraft(all) }),
  'finding:remove': (all) => ({ input: { sessionId: all.draft, id: all.finding.id }, entries: onDraft(all) }),
  'stroke:put': (all) => ({ input: { stroke: all.stroke }, entries: onDraft(all) }),
  'stroke:remove': (all) => ({ input: { sessionId: all.draft, id: all.stroke.id }, entries: onDraft(all) }),
  'treatedArea:put': (all) => ({ input: { area: all.area }, entries: onDraft(all) }),
  'treatedArea:remove': (all) => ({ input: { sessionId: all.draft, id: all.area.id }, entries: onDraft(all) }),
  'health:get': ({ client }) => ({ input: { clientId: client }, entries: [['viewed', 'client', client, client]] }),
  'health:version': ({ client }) => ({
    input: { clientId: client, id: intakeOf(client) },
    entries: [['viewed', 'client', client, client]],
  }),
  'health:save': ({ client }) => ({ input: intake(client), entries: [['signed', 'client', client, client]] }),
  'health:confirm': ({ client }) => ({
    input: { clientId: client, versionId: intakeOf(client), atVisit: null },
    entries: [['signed', 'client', client, client]],
  }),
  'health:decide': ({ client }) => ({
    input: {
      clientId: client,
      versionId: intakeOf(client),
      from: 'cancer.now',
      atVisit: null,
      decision: 'cleared',
      remark: 'By phone',
    },
    entries: [['changed', 'client', client, client]],
  }),
  'questionnaire:change': () => ({
    input: {
      change: { questionId: 'today.cold', text: null, meaning: 'postpone', wording: null, isLeftOut: false },
    },
    entries: ofSettings,
  }),
  'questionnaire:reset': () => ({ input: { questionId: 'today.cold' }, entries: ofSettings }),
  'questionnaire:saveRule': () => ({ input: { reviewMonths: 6 }, entries: ofSettings }),
  'noGo:put': ({ noGo, client }) => ({ input: { area: noGo }, entries: [['changed', 'client', client, client]] }),
  'noGo:remove': ({ noGo, client }) => ({
    input: { clientId: client, id: noGo.id },
    entries: [['changed', 'client', client, client]],
  }),
  'noGo:answer': (all) => ({ input: { answer: practice.someAnswer(all.draft) }, entries: onDraft(all) }),
  'bodymap:lastVisit': ({ signed, draft, client }) => ({
    input: { sessionId: draft },
    entries: [['viewed', 'session', signed, client]],
  }),
  'bodymap:visits': ({ client }) => ({
    input: { clientId: client, phase: 'before' },
    entries: [['viewed', 'client', client, client]],
  }),
  'draft:save': ({ signed, client, addition, newId }) => ({
    input: {
      sessionId: signed,
      writer: newId(),
      since: call('draft:revision', {}).revision,
      changes: [
        { operation: 'addendum:saveDraft', input: { sessionId: signed, id: addition, document, correction: null } },
        { operation: 'session:savePrivateRemark', input: { id: signed, text: 'Call back' } },
        { operation: 'addendum:saveDraft', input: { sessionId: signed, id: addition, document, correction: null } },
      ],
    },
    entries: [
      ['changed', 'addition', addition, client],
      ['changed', 'session', signed, client],
    ],
  }),
  'session:discard': ({ draft, client }) => ({ input: { id: draft }, entries: [['binned', 'session', draft, client]] }),
  'session:restore': ({ draft, client }) => ({
    before: () => call('session:discard', { id: draft }),
    input: { id: draft },
    entries: [['restored', 'session', draft, client]],
  }),
  'bin:remove': ({ draft, client }) => ({
    before: () => call('session:discard', { id: draft }),
    input: { id: draft },
    entries: [['erased', 'session', draft, client]],
  }),
  'session:sign': ({ draft, client }) => ({
    input: {
      id: draft,
      answers: call('session:signQuestions', { id: draft }).questions.map((question) => ({
        ...question,
        decision: 'left' as const,
      })),
    },
    entries: [['signed', 'session', draft, client]],
  }),
  'addendum:saveDraft': ({ signed, addition, client }) => ({
    input: { sessionId: signed, id: addition, document, correction: null },
    entries: [['changed', 'addition', addition, client]],
  }),
  'addendum:discardDraft': ({ signed, addition, client }) => ({
    input: { sessionId: signed, id: addition },
    entries: [['erased', 'addition', addition, client]],
  }),
  'addendum:sign': ({ signed, addition, client }) => ({
    input: { sessionId: signed, id: addition },
    entries: [['signed', 'addition', addition, client]],
  }),
  'history:get': ({ draft, client }) => ({
    input: { sessionId: draft, at: call('history:list', { sessionId: draft }).moments[0]?.at ?? '' },
    entries: [['viewed', 'session', draft, client]],
  }),
  'history:restore': (all) => ({
    input: {
      sessionId: all.draft,
      at: call('history:list', { sessionId: all.draft }).moments[0]?.at ?? '',
      part: null,
    },
    entries: onDraft(all),
  }),
  'template:put': ({ template }) => ({
    input: { template },
    entries: [['settings changed', 'template', template.id, null]],
  }),
  'template:remove': ({ template }) => ({
    input: { id: template.id },
    entries: [['settings changed', 'template', template.id, null]],
  }),
  'template:reorder': () => ({
    input: { ids: call('template:list', {}).map(({ id }) => id) },
    entries: [['settings changed', 'template', null, null]],
  }),
  'phrase:put': ({ phrase: { id, abbreviation, section, text } }) => ({
    input: { phrase: { id, abbreviation, section, text } },
    entries: [['settings changed', 'phrase', id, null]],
  }),
  'phrase:remove': ({ phrase }) => ({
    input: { id: phrase.id },
    entries: [['settings changed', 'phrase', phrase.id, null]],
  }),
  'phrase:reorder': ({ phrase }) => ({
    input: { ids: [phrase.id] },
    entries: [['settings changed', 'phrase', null, null]],
  }),
  'phrase:used': ({ phrase }) => ({ input: { id: phrase.id }, entries: [] }),
  'phrase:import': () => ({
    input: { phrases: [{ abbreviation: 'zz', section: null, text: 'Rest' }], sameAbbreviation: 'keep' },
    entries: [['settings changed', 'phrase', null, null]],
  }),
  'patientFile:compose': ({ client }) => ({
    input: { clientId: client, options: wholeFile },
    entries: [['viewed', 'client', client, client]],
  }),
  'print:compose': ({ client }) => ({
    input: { clientId: client, options: wholeFile },
    entries: [['exported', 'client', client, client]],
  }),
  'record:makeSeal': () => ({ input: { why: 'saved' }, entries: [] }),
  'record:requestStamp': () => ({ input: { kind: 'opentimestamps' }, entries: [] }),
  'retention:saveRule': () => ({
    input: { chosen: null },
    entries: ofSettings,
  }),
  'retention:erase': ({ client }) => ({
    before: () => call('client:archive', { id: client }),
    input: { id: client, typedName: 'Moss', reason: 'Asked for it.' },
    entries: [['erased', 'client', client, client]],
  }),
  'retention:eraseAgain': ({ client }) => ({
    before: () => wasErasedBefore(client),
    input: { id: client },
    entries: [['erased', 'client', client, client]],
  }),
  'retention:keepErased': ({ client }) => ({
    before: () => wasErasedBefore(client),
    input: { id: client },
    entries: [['restored', 'client', client, client]],
  }),
  'audit:list': () => ({
    input: { filter: everything, upTo: null, skip: 0, count: 10 },
    entries: [['viewed', 'audit log', null, null]],
  }),
  'salvage:compose': () => ({ input: {}, entries: [['exported', 'vault', null, null]] }),
  'closing:composeList': () => ({ input: {}, entries: [['exported', 'practice', null, null]] }),
  'closing:composeLetters': ({ client }) => ({
    input: { clientIds: [client] },
    entries: [['exported', 'client', client, client]],
  }),
  'audit:compose': () => ({ input: { filter: everything }, entries: [['exported', 'audit log', null, null]] }),
}

const ofDatabase = channels.filter(
  (channel): channel is DatabaseChannel =>
    contract[channel].answeredBy === 'services' && !/^(?:vault|backup):/u.test(channel),
)

describe('every operation', () => {
  it.each(Object.keys(examples) as (keyof typeof examples)[])(
    '%s / leaves the entries that it states, and no other',
    (channel) => {
      const all = furnish(practice)
      const example = examples[channel]?.(all) as Example<typeof channel> & { input: never }
      example.before?.()
      later(practice)
      let answer: unknown
      const entries = left(practice, () => void (answer = call(channel, example.input)))
      const id = (answer as { id?: string }).id ?? null
      expect(entries).toEqual(example.entries.map((entry) => entry.map((field) => (field === made ? id : field))))
      const declared = contract[channel].audit
      expect(new Set(entries.map(([act]) => act))).toEqual(new Set(declared?.act == null ? [] : [declared.act]))
    },
  )

  it('that states an entry has an example above', () => {
    const stating = ofDatabase.filter((channel) => contract[channel].audit?.act != null)
    expect(stating.filter((channel) => !Object.hasOwn(examples, channel))).toEqual([])
  })

  it('that writes states its entry, or why it has none', () => {
    const writing = ofDatabase.filter((channel) => ['practice', 'session', 'vault'].includes(contract[channel].effect))
    expect(writing.filter((channel) => contract[channel].audit === null)).toEqual([])
    const nothing = z.strictObject({})
    // @ts-expect-error: it does not compile without.
    expect(changesPractice(nothing, nothing).audit).toBeUndefined()
  })
})
