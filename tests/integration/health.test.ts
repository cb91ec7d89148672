// What clients say about their health on a real database: versions that are signed, decisions that are kept, and the practice's own layer.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract, type Input } from '#shared/contract/contract.ts'
import { emptyHealth, type GivenHealth } from '#shared/domain/health/health.ts'
import { noGoOf, safetyOf } from '#shared/domain/health/safety.ts'
import { canonicalHealth, type HealthContent } from '#shared/domain/record/canonicalHealth.ts'
import { practiceUnderTest, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let clientId: string
beforeEach(() => {
  practice = practiceUnderTest()
  clientId = practice.addClient()
})
afterEach(() => practice.remove())

const calf = 'leg.medial-gastrocnemius.left'

const yes = (questionId: string, change: Partial<GivenHealth['answers'][number]> = {}) => ({
  questionId,
  answer: 'yes' as const,
  since: '',
  remark: '',
  regionIds: [],
  ...change,
})

const told = (change: Partial<GivenHealth> = {}): GivenHealth => ({
  ...emptyHealth,
  answers: [
    yes('heart.varicose', { regionIds: [calf], remark: 'tender' }),
    yes('heart.high-pressure'),
    yes('today.fever', { answer: 'no' }),
  ],
  ...change,
})

const save = (health: GivenHealth, change: Partial<Input<'health:save'>> = {}) =>
  practice.call('health:save', {
    clientId,
    kind: 'intake',
    previousId: null,
    atVisit: null,
    isShort: false,
    health,
    ...change,
  }).id

function known() {
  const answer = practice.call('health:get', { clientId })
  expect(contract['health:get'].output.parse(answer)).toEqual(answer)
  return answer
}

describe('an intake', () => {
  it('is stored with the words that were shown, is signed, and survives a restart', () => {
    const id = save(told())
    practice.reopen()
    const { current, reviews, dueOn } = known()
    expect(current).toMatchObject({ id, kind: 'intake', signature: { sequence: 1 } })
    expect(current?.health.answers[0]).toEqual({
      ...yes('heart.varicose', { regionIds: [calf], remark: 'tender' }),
      text: 'Do you have varicose veins?',
      meaning: 'avoid the area',
      wording: 'Varicose veins: no pressure on them.',
    })
    expect(reviews).toHaveLength(1)
    expect(dueOn).toBe('2027-11-23')
    expect(practice.verify()).toMatchObject({ intact: true })
  })

  it('paints exactly the regions of its answers, and a “no” touches none', () => {
    save(told({ answers: [...told().answers, yes('skin.rash', { answer: 'no', regionIds: ['hand.palm.left'] })] }))
    expect(noGoOf(safetyOf(known().current?.health ?? emptyHealthStored)).map(({ regionId }) => regionId)).toEqual([
      calf,
    ])
  })

  it('with 300 medications is stored whole', () => {
    const entries = Array.from({ length: 300 }, (_, at) => ({
      id: practice.surroundings.newId(),
      list: 'medication' as const,
      name: `Tablet ${at}`,
      detail: 'for the heart',
      since: '2019',
      effect: 'bruises easily' as const,
      regionIds: [],
    }))
    save(told({ entries }))
    expect(known().current?.health.entries).toEqual(entries)
    expect(practice.verify()).toMatchObject({ intact: true })
  })

  it.each([
    [
      'a region that the body does not have',
      told({ answers: [yes('skin.rash', { regionIds: ['tail'] })] }),
      'VALIDATION',
    ],
    ['a question that nobody asks', told({ answers: [yes('later.question')] }), 'NOT_FOUND'],
  ])('with %s is refused, and nothing is stored', (_, health, code) => {
    expect(refusalOf(() => save(health))).toMatchObject({ code })
    expect(known()).toMatchObject({ current: null, reviews: [] })
  })

  it('while nobody is named who signs / is refused, and nothing is stored', () => {
    const { practice: stored } = practice.call('practice:get', {})
    practice.call('practice:save', { practice: { ...stored, therapistName: '' } })
    expect(refusalOf(() => save(told()))).toMatchObject({ code: 'SIGNER_UNNAMED' })
    expect(known()).toMatchObject({ current: null, reviews: [] })
  })
})

const emptyHealthStored = { ...emptyHealth, answers: [] }

describe('a review', () => {
  it('makes a new version, and the one before it stays as it was', () => {
    const first = save(told())
    const second = save(told({ answers: [] }), { kind: 'full review', previousId: first })
    expect(known()).toMatchObject({ current: { id: second }, reviews: [{ id: second }, { id: first }] })
    expect(practice.call('health:version', { clientId, id: first }).health.answers).toHaveLength(3)
  })

  it('that says that nothing changed / leaves the version in force, with the visit at which it was asked', () => {
    const first = save(told())
    const visit = practice.startSession(clientId)
    const { id } = practice.call('health:confirm', { clientId, versionId: first, atVisit: visit })
    expect(known()).toMatchObject({
      current: { id: first },
      reviews: [
        { id, kind: 'nothing changed', versionId: first, atVisit: visit },
        { id: first, atVisit: null },
      ],
    })
    // It is no full review.
    expect(known().dueOn).toBe('2027-11-23')
    expect(practice.verify()).toMatchObject({ intact: true })
  })

  it('of a version that is no longer in force is refused, and so is one at another client’s visit', () => {
    const first = save(told())
    save(told(), { kind: 'change', previousId: first })
    expect(refusalOf(() => save(told(), { kind: 'change', previousId: first }))).toMatchObject({ code: 'CONFLICT' })
    expect(
      refusalOf(() => practice.call('health:confirm', { clientId, versionId: first, atVisit: null })),
    ).toMatchObject({ code: 'CONFLICT' })
    const other = practice.startSession(practice.addClient({ lastName: 'Other' }))
    const { current } = known()
    expect(
      refusalOf(() => practice.call('health:confirm', { clientId, versionId: current?.id ?? '', atVisit: other })),
    ).toMatchObject({ code: 'CONFLICT' })
    expect(
      refusalOf(() =>
        practice.call('health:version', { clientId: practice.addClient({ lastName: 'Third' }), id: first }),
      ),
    ).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('after the clock was set back is still the newest', () => {
    const first = save(told())
    practice.surroundings.moveTime(-30 * 24 * 60 * 60 * 1000)
    const second = save(told(), { kind: 'change', previousId: first })
    expect(known().current?.id).toBe(second)
  })

  it('keeps an answer to a question that a newer version asks, and its words', () => {
    const id = save(told())
    const { sqlite } = practice.database
    // As a newer version would have stored it, before it was signed.
    sqlite.exec(`DROP TRIGGER health_answer_signed_insert`)
    sqlite
      .prepare(
        `INSERT INTO health_answer VALUES (?, 'later.question', 9, 'Of a later version?', 'yes', '', '', 'weigh', 'Mind it.')`,
      )
      .run(id)
    const before = known().current?.health.answers ?? []
    expect(before.at(-1)).toMatchObject({ text: 'Of a later version?', meaning: 'caution', wording: 'Mind it.' })
    const given = before.map(({ text: _, meaning: __, wording: ___, ...answer }) => answer)
    save(told({ answers: given }), { kind: 'change', previousId: id })
    expect(known().current?.health.answers.at(-1)).toEqual(before.at(-1))
  })

  it('that was signed can neither be changed, added to nor removed', () => {
    const id = save(told())
    const { sqlite } = practice.database
    for (const statement of [
      `UPDATE health_review SET earlier_massage = 'x'`,
      `UPDATE health_answer SET answer = 'no'`,
      `DELETE FROM health_region`,
      `DELETE FROM health_answer`,
      `DELETE FROM health_review`,
      `INSERT INTO health_preference VALUES ('${id}', 'pressure', '5')`,
    ]) {
      expect(() => sqlite.exec(statement), statement).toThrow('SIGNED')
    }
  })

  it('in which somebody with the key has changed a word / no longer fits its signature', () => {
    save(told())
    const { sqlite } = practice.database
    sqlite.exec(
      `DROP TRIGGER health_answer_signed_update; UPDATE health_answer SET remark = 'fine' WHERE question_id = 'heart.varicose'`,
    )
    expect(practice.verify()).toMatchObject({ intact: false, problem: 'fingerprint' })
  })

  it('is due by the practice’s rule, or never', () => {
    save(told())
    practice.call('questionnaire:saveRule', { reviewMonths: 6 })
    expect(known().dueOn).toBe('2027-05-23')
    practice.call('questionnaire:saveRule', { reviewMonths: null })
    expect(known().dueOn).toBeNull()
    expect(practice.call('questionnaire:get', {})).toEqual({ changes: [], reviewMonths: null })
  })
})

describe('a decision about a line of safety', () => {
  it('is kept with the line’s words, and is never changed', () => {
    const versionId = save(told({ answers: [yes('cancer.now')] }))
    practice.call('health:decide', {
      clientId,
      versionId,
      from: 'cancer.now',
      atVisit: null,
      decision: 'cleared',
      remark: 'Dr Reyes, by phone',
    })
    expect(known().decisions).toMatchObject([
      {
        from: 'cancer.now',
        meaning: 'ask the doctor',
        decision: 'cleared',
        remark: 'Dr Reyes, by phone',
        reviewId: versionId,
      },
    ])
    expect(() => practice.database.sqlite.exec(`UPDATE safety_decision SET remark = ''`)).toThrow('SIGNED')
  })

  it('holds while its line stands, and is asked for anew once the line was gone in between', () => {
    const answers = [yes('cancer.now')]
    const first = save(told({ answers }))
    const decide = (versionId: string, decision: Input<'health:decide'>['decision']) =>
      practice.call('health:decide', { clientId, versionId, from: 'cancer.now', atVisit: null, decision, remark: '' })
    const holding = () => known().decisions.map(({ decision, holds }) => [decision, holds])
    decide(first, 'not asked yet')
    decide(first, 'cleared')
    expect(holding()).toEqual([
      ['cleared', true],
      ['not asked yet', false],
    ])
    const second = save(told({ answers: [...answers, yes('skin.rash')] }), { kind: 'change', previousId: first })
    expect(holding()[0]).toEqual(['cleared', true])
    const third = save(told({ answers: [] }), { kind: 'change', previousId: second })
    expect(holding()[0]).toEqual(['cleared', false])
    save(told({ answers }), { kind: 'change', previousId: third })
    expect(holding()[0]).toEqual(['cleared', false])
  })

  it('of another kind of line, or about none, is refused', () => {
    const versionId = save(told({ answers: [yes('cancer.now')] }))
    const decide = (from: string, decision: Input<'health:decide'>['decision']) => () =>
      practice.call('health:decide', { clientId, versionId, from, atVisit: null, decision, remark: '' })
    expect(refusalOf(decide('cancer.now', 'go on'))).toMatchObject({ code: 'CONFLICT' })
    expect(refusalOf(decide('skin.rash', 'cleared'))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the patient file', () => {
  it('has what is known of the client’s health, and nothing where nobody has asked', () => {
    const compose = () => practice.call('patientFile:compose', { clientId, options: wholeFile })
    expect(compose().health).toBeNull()
    const id = save(told())
    expect(compose().health).toEqual(known())
    expect(compose().health?.current?.id).toBe(id)
  })
})

describe('the practice’s own questionnaire', () => {
  it('changes what later answers mean, and none that was given', () => {
    const first = save(told({ answers: [yes('today.cold')] }))
    practice.call('questionnaire:change', {
      change: {
        questionId: 'today.cold',
        text: null,
        meaning: 'postpone',
        wording: 'Not with a cold.',
        isLeftOut: false,
      },
    })
    expect(known().current?.health.answers[0]).toMatchObject({ meaning: 'caution' })
    save(told({ answers: [yes('today.cold')] }), { kind: 'change', previousId: first })
    expect(known().current?.health.answers[0]).toMatchObject({
      meaning: 'postpone',
      wording: 'Not with a cold.',
      text: 'Do you have a cold?',
    })
    practice.call('questionnaire:reset', { questionId: 'today.cold' })
    expect(practice.call('questionnaire:get', {}).changes).toEqual([])
  })
})

describe('the form of a health review', () => {
  it('is as its decision record specifies it', () => {
    const page = readFileSync('docs/adr/0020-health-reviews.md', 'utf8')
    const example = /```\n(\{"canonicalVersion":1,[\s\S]*?)```/u.exec(page)?.[1]?.replaceAll('\n', '') ?? ''
    const { health, signer, client, ...seal } = JSON.parse(example) as {
      health: HealthContent & { review: string }
      signer: { name: string; credentials: string; licenceNumber: string; practiceName: string }
      client: { id: string; firstName: string; lastName: string; dateOfBirth: string | null }
      sequence: number
      previousFingerprint: string
      signedAt: string
      signedOffset: number
    }
    const form = canonicalHealth(
      {
        ...seal,
        client,
        signerName: signer.name,
        credentials: signer.credentials,
        licenceNumber: signer.licenceNumber,
        practiceName: signer.practiceName,
      },
      { ...health, kind: health.review },
    )
    expect(form).toBe(example)
    const fingerprint = createHash('sha256').update(form, 'utf8').digest('hex')
    expect(page).toContain(`\`${fingerprint}\``)
  })
})
