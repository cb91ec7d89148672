// The thread that checks a whole database while the services go on writing, over its own reading connection.
import { inDatabaseThread } from '../databaseThread.ts'
import { checkInSteps } from './checkInSteps.ts'
import type { CheckProgress } from './checkInThread.ts'

inDatabaseThread<object, CheckProgress, readonly string[] | null>(({ location, report, isStopped }) =>
  checkInSteps(location, (done, total) => {
    report({ done, total })
    return isStopped() ? 'stop' : 'go on'
  }),
)
