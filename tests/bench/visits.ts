// Measures the comparison of a client's body maps from visit to visit against the bare read of the same findings.
import { createServices } from '#main/services/createServices.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { fillPracticeOfSize } from '../fixtures/practiceOfSize.ts'
import { callerOf, samplePractice } from '../fixtures/practiceUnderTest.ts'
import { temporaryDatabase } from '../fixtures/temporaryDatabase.ts'
import { bareQueries } from './bareQueries.ts'
import { compare, took, type Line } from './measure.ts'

const visits = 500
const findingsEach = 20

/** Makes a client of 10,000 findings on a database of its own and compares all visits, in the services alone. */
export async function measureVisits(): Promise<Line> {
  const temporary = temporaryDatabase()
  try {
    const { database } = temporary
    const call = callerOf(createServices(database, realSurroundings()))
    call('practice:save', { practice: samplePractice })
    const size = { clients: 1, sessions: visits, findingsEach, signed: 1 }
    const [clientId = ''] = fillPracticeOfSize(database, realSurroundings(), size).clientIds
    const bare = bareQueries(database)
    if (bare.findings(clientId) !== visits * findingsEach) throw new Error('the practice is not of the size')
    return await compare({
      what: `Body maps of ${visits} visits with ${(visits * findingsEach).toLocaleString('en')} findings, services alone`,
      against: 'the bare query',
      rounds: 21,
      ours: () => took(() => call('bodymap:visits', { clientId, phase: 'after' })),
      bare: () => took(() => bare.findings(clientId)),
    })
  } finally {
    temporary.remove()
  }
}
