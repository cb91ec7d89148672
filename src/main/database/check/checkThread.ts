// The thread that checks a whole database while the services go on writing, over its own reading connection.
import { parentPort, workerData } from 'node:worker_threads'
import { checkInSteps } from './checkInSteps.ts'
import type { ThreadRequest } from '../databaseThread.ts'
import type { CheckMessage } from './checkInThread.ts'

if (parentPort === null) throw new Error('this file is started as a worker thread')
const port = parentPort
const { location, stop } = workerData as ThreadRequest
const key = Buffer.from(location.key)
const flag = new Int32Array(stop)

try {
  const problems = checkInSteps({ ...location, key }, (done, total) => {
    port.postMessage({ kind: 'progress', done, total } satisfies CheckMessage)
    return Atomics.load(flag, 0) === 1 ? 'stop' : 'go on'
  })
  port.postMessage({ kind: 'end', problems } satisfies CheckMessage)
} finally {
  key.fill(0)
  location.key.fill(0)
}
