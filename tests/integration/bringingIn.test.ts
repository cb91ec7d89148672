// Sessions of another copy come in as drafts: whole, marked, once, and without a change of anything that is here.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { findingOn } from '../fixtures/practiceUnderTest.ts'
import { expectCode } from '../fixtures/vaultPlace.ts'
import { lookAt, twoComputers, withDraft, type Computer } from '../fixtures/twoComputers.ts'

/** What is stored here, but for what bringing in may add: the log, and whole new rows. */
function rowsOf({ sqlite }: Computer): Map<string, Set<string>> {
  const tables = sqlite()
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[]
  return new Map(
    tables.map((table) => [
      table,
      new Set(
        sqlite()
          .prepare(`SELECT * FROM ${table}`)
          .raw()
          .all()
          .map((row) => JSON.stringify(row)),
      ),
    ]),
  )
}

/** The rows of before that are not there any more. */
const lostOf = (before: Map<string, Set<string>>, after: Map<string, Set<string>>) =>
  [...before].flatMap(([table, rows]) => [...rows].filter((row) => after.get(table)?.has(row) !== true))

describe('bringing in', () => {
  async function everythingOther() {
    const both = await twoComputers(withDraft)
    const { laptop, made } = both
    const sessionId = made.session
    const newId = () => crypto.randomUUID()
    const area = newId()
    const before = newId()
    const finding = findingOn(sessionId, before)
    await laptop.call('finding:put', { finding })
    await laptop.call('finding:put', {
      finding: { ...finding, id: newId(), phase: 'after', severity: 2, continuesId: before },
    })
    await laptop.call('stroke:put', {
      stroke: { id: newId(), sessionId, phase: 'before', view: 'posterior', kind: 'pain', points: [1, 2, 0.5] },
    })
    await laptop.call('treatedArea:put', {
      area: {
        id: area,
        sessionId,
        regionIds: ['back.lumbar-erectors.left'],
        technique: 'Swedish',
        minutes: 12,
        pressure: 2,
      },
    })
    await laptop.call('session:saveMeasures', {
      id: sessionId,
      measures: {
        scores: [{ measure: 'tension', before: 6, after: 3 }],
        ranges: [],
        activities: [{ id: newId(), activity: 'Driving', score: 4 }],
      },
    })
    await laptop.call('session:saveItems', {
      id: sessionId,
      list: 'homework',
      items: [{ text: 'Doorway stretch', carriedFrom: null }],
    })
    await laptop.call('session:savePrivateRemark', { id: sessionId, text: 'Call back' })
    const startedAt = '2026-11-23T13:00:00.000Z'
    await laptop.call('timer:put', { sessionId, span: { id: newId(), treatedAreaId: area, startedAt, endedAt: null } })
    await laptop.call('session:saveSection', {
      id: sessionId,
      section: 'objective',
      document: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'Taut.',
                marks: [{ type: 'finding', attrs: { findingId: before, sentence: 'Taut.' } }],
              },
            ],
          },
        ],
      },
    })
    return both
  }

  test('makes a draft with every part of the note, whose rows belong to each other as there', async () => {
    const { desk, laptop, made } = await everythingOther()
    const there = await laptop.session(made.session)
    const copy = await lookAt(desk, laptop)
    await desk.bringInAll(copy)
    const id = (await desk.sessionsOf(made.client)).find(({ isBroughtIn }) => isBroughtIn)?.id ?? ''
    const draft = await desk.session(id)
    const [before, after] = draft.findings
    expect(after?.continuesId).toBe(before?.id)
    expect(JSON.stringify(draft.sections)).toContain(`"findingId":"${before?.id}"`)
    expect(draft.timedSpans).toMatchObject([{ treatedAreaId: draft.treatedAreas[0]?.id, endedAt: expect.any(String) }])
    expect(draft.privateRemark).toBe('Call back')
    expect(draft.measures.scores).toEqual(there.measures.scores)
    expect(draft.homework).toEqual(there.homework)
    expect(draft.strokes[0]?.points).toEqual(there.strokes[0]?.points)
    expect(draft.enteredAt).toBe(there.enteredAt)
    const idsIn = (record: unknown): readonly string[] =>
      JSON.stringify(record).match(/[0-9a-f]{8}-[0-9a-f-]{27}/gu) ?? []
    const shared = idsIn(draft).filter((one) => idsIn(there).includes(one))
    expect(new Set(shared)).toEqual(new Set([made.client]))
  })

  test('a second time / brings nothing in, and says that it is here', async () => {
    const { desk, laptop } = await everythingOther()
    const copy = await lookAt(desk, laptop)
    await desk.bringInAll(copy)
    const { sessions } = await desk.compare(copy)
    expect(sessions).toMatchObject([{ isBroughtIn: true }])
    const sessionIds = sessions.map(({ id }) => id)
    expect(await desk.call('copy:bringIn', { copyId: copy, sessionIds, clientIds: [] })).toEqual({
      sessions: 0,
      clients: 0,
    })
  })

  test('back what came from there / offers nothing that is still the same', async () => {
    const { desk, laptop } = await everythingOther()
    await desk.bringInAll(await lookAt(desk, laptop))
    desk.dispatcher.lock()
    await laptop.unlock()
    const { id } = await laptop.open(desk.folder)
    expect((await laptop.compare(id)).sessions).toEqual([])
  })

  test('leaves an entry of the audit log for each session and client', async () => {
    const { desk, laptop } = await everythingOther()
    const client = await laptop.addClient({ lastName: 'Haddad' })
    await desk.bringInAll(await lookAt(desk, laptop))
    const filter = { act: 'brought in', clientId: null, from: null, to: null } as const
    const { entries } = await desk.call('audit:list', { filter, upTo: null, skip: 0, count: 10 })
    expect(entries.map(({ recordKind, clientId }) => [recordKind, clientId === client])).toEqual([
      ['client', true],
      ['session', false],
    ])
    expect(await desk.call('audit:check', {})).toMatchObject({ problem: null })
  })

  test('that fails at the second session / leaves the first one whole, and nothing of the second', async () => {
    const { desk, laptop, made } = await everythingOther()
    await laptop.write(await laptop.startSession(made.client, '2026-11-21T09:00'), 'Breaks off')
    const copy = await lookAt(desk, laptop)
    desk.sqlite().exec(`CREATE TEMP TRIGGER breaks_off BEFORE INSERT ON session_origin
        WHEN (SELECT count(*) FROM session_origin) = 1 BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`)
    await expectCode(desk.bringInAll(copy), 'INTERNAL')
    const listed = await desk.sessionsOf(made.client)
    expect(listed.filter(({ isBroughtIn }) => isBroughtIn)).toHaveLength(1)
    expect(listed).toHaveLength(2)
    expect(desk.sqlite().pragma('foreign_key_check')).toEqual([])
    desk.sqlite().exec('DROP TRIGGER breaks_off')
    expect(await desk.bringInAll(copy)).toEqual({ sessions: 1, clients: 0 })
  })

  test('whatever was done on both / changes and removes no row that is here', async () => {
    const { desk, laptop, made } = await twoComputers(async (one) => {
      const first = await withDraft(one)
      const second = await withDraft(one)
      return { clients: [first.client, second.client], sessions: [first.session, second.session] }
    })
    const steps = fc.array(
      fc.record({
        isLaptop: fc.boolean(),
        act: fc.constantFrom('write', 'sign', 'start', 'discard', 'client', 'details'),
        which: fc.nat(1),
        text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
      }),
      { minLength: 1, maxLength: 6 },
    )
    const run = async (computer: Computer, act: string, which: number, text: string) => {
      const session = made.sessions[which] ?? ''
      const client = made.clients[which] ?? ''
      if (act === 'write') return computer.write(session, text)
      if (act === 'sign') return computer.sign(session)
      if (act === 'start') return computer.write(await computer.startSession(client), text)
      if (act === 'discard') return computer.call('session:discard', { id: session })
      if (act === 'client') return computer.addClient({ lastName: text })
      const record = (await computer.call('client:get', { id: client })).client
      return computer.call('client:update', {
        id: client,
        revision: record.revision,
        fields: { ...record.fields, occupation: text },
      })
    }
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        for (const { isLaptop, act, which, text } of acts) {
          // What is refused, such as writing in a signed note, changes nothing.
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await run(isLaptop ? laptop : desk, act, which, text).catch(() => undefined)
        }
        const copy = await lookAt(desk, laptop)
        const before = rowsOf(desk)
        await desk.bringInAll(copy)
        const after = rowsOf(desk)
        await laptop.unlock()
        expect(lostOf(before, after)).toEqual([])
        const again = await desk.compare(copy)
        expect(again.sessions.filter(({ isBroughtIn }) => !isBroughtIn)).toEqual([])
        expect(again.newClients).toEqual([])
        await desk.call('backup:forgetLook', { id: copy })
      }),
      { numRuns: 12 },
    )
  })
})
