// The thread in which the services and their one connection run: puts the parts together.
import { parentPort, workerData } from 'node:worker_threads'
import { makeFilesPrivate } from '../../vault/privateFiles.ts'
import { openServices } from '../createServices.ts'
import { answerMessages } from './answerMessages.ts'
import { createDispatcher } from './dispatcher.ts'
import type { ThreadData } from './messages.ts'
import { realSurroundings } from './surroundings.ts'

makeFilesPrivate()
const { folder, demo } = workerData as ThreadData

if (parentPort === null) throw new Error('this file is started as a worker thread')
answerMessages(
  parentPort,
  createDispatcher({
    folder,
    surroundings: realSurroundings(),
    makeServices: openServices,
    // Loaded for nobody else: it brings the figure along.
    demo: demo ? { passphrase: 'demo-practice', fill: (await import('../demo/fillDemo.ts')).fillDemo } : undefined,
  }),
)
