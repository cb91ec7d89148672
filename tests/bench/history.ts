// Measures what the history of a draft costs: time for each saving, and room on the disk.
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { createStrokeService } from '#main/services/bodymap/strokeService.ts'
import { createServices } from '#main/services/createServices.ts'
import { createSessionService } from '#main/services/sessions/sessionService.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { callerOf, samplePractice } from '../fixtures/practiceUnderTest.ts'
import { temporaryDatabase } from '../fixtures/temporaryDatabase.ts'
import { marksOfSize, type MapSize } from './marksOfSize.ts'
import { compare, took, type Line } from './measure.ts'
import { longNote, naturalWords, noteAtSaving } from './notes.ts'

const crowded: MapSize = { findings: 500, strokes: 200 }
const savings = 10_000
const mostBytes = 5_000_000

/** A practice with one client and one draft. */
function oneDraft(surroundings = realSurroundings()) {
  const temporary = temporaryDatabase()
  const call = callerOf(createServices(temporary.database, surroundings))
  call('practice:save', { practice: samplePractice })
  const { id: clientId } = call('client:create', { fields: { ...emptyClient, lastName: 'Sample' } })
  const { id } = call('session:start', { clientId, serviceStart: '2026-11-23T09:00' })
  return { temporary, call, id }
}

/** Saving a section and a stroke with the history, against the same services without it. */
export async function measureHistory(): Promise<readonly Line[]> {
  const surroundings = realSurroundings()
  const { temporary, call, id } = oneDraft(surroundings)
  try {
    const repositories = createRepositories(temporary.database)
    const bareSessions = createSessionService(repositories, surroundings)
    const bareStrokes = createStrokeService(repositories, surroundings)
    const words = naturalWords(longNote)
    let count = 0
    const next = () => noteAtSaving(words, 5000 + (count++ >> 1), savings)
    const note = await compare({
      what: 'Saving a note of 5,000 words with its history, services alone',
      against: 'the same without a history',
      rounds: 60,
      ours: () => {
        const input = { id, section: 'subjective' as const, document: next() }
        return took(() => call('session:saveSection', input))
      },
      bare: () => {
        const input = { id, section: 'plan' as const, document: next() }
        return took(() => bareSessions['session:saveSection'](input))
      },
    })
    const marks = marksOfSize(id, crowded)
    for (const finding of marks.findings) call('finding:put', { finding })
    for (const stroke of marks.strokes) call('stroke:put', { stroke })
    const another = () => ({ ...(marks.strokes[0] ?? raise()), id: surroundings.newId() })
    const stroke = await compare({
      what: 'Saving a stroke on a map of 500 findings and 200 strokes with its history, services alone',
      against: 'the same without a history',
      rounds: 60,
      ours: () => {
        const input = { stroke: another() }
        return took(() => call('stroke:put', input))
      },
      bare: () => {
        const input = { stroke: another() }
        return took(() => bareStrokes['stroke:put'](input))
      },
    })
    return [note, stroke]
  } finally {
    temporary.remove()
  }
}

function raise(): never {
  throw new Error('there is no stroke')
}

/**
 * The room that 10,000 savings of one note take, each a version of its own.
 * @returns a sentence for the report
 * @throws when it is more than 5 MB
 */
export function measureHistorySize(): string {
  const surroundings = stillSurroundings()
  const { temporary, call, id } = oneDraft(surroundings)
  try {
    const { sqlite } = temporary.database
    const words = naturalWords(longNote)
    sqlite.transaction(() => {
      for (let saving = 1; saving <= savings; saving++) {
        call('session:saveSection', { id, section: 'subjective', document: noteAtSaving(words, saving, savings) })
        surroundings.moveTime(61_000)
      }
    })()
    const { bytes } = sqlite
      .prepare<[], { bytes: number }>("SELECT SUM(pgsize) AS bytes FROM dbstat WHERE name = 'draft_version'")
      .get() ?? { bytes: Number.NaN }
    const versions = sqlite.prepare('SELECT COUNT(*) FROM draft_version').pluck().get() as number
    if (!(versions >= savings && bytes < mostBytes)) {
      throw new Error(`${versions} versions of a note take ${bytes} bytes`)
    }
    return `The history of ${savings.toLocaleString('en')} savings of a note that grows to 5,000 words, each a version of its own, takes ${(bytes / 1e6).toFixed(1)} MB.`
  } finally {
    temporary.remove()
  }
}
