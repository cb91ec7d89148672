// The whole body map of a session on paper, read back with tools that know nothing of Palpate.
import { join } from 'node:path'
import { plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import {
  folded,
  missingPdfTools,
  pdfFacts,
  pdfImageCount,
  pdfPages,
  pdfStructure,
  shareOfGrey,
} from '../fixtures/readPdf.ts'
import { ask } from './bridge.ts'
import { expect, sharedTest as test } from './fixtures.ts'
import { openPatientFile, savePdf } from './patientFileJourney.ts'
import { addClient, signOverBridge } from './records.ts'

const missing = missingPdfTools()
test.skip(missing !== null, missing ?? '')

test('before and after, strokes, treated and no-go regions stand on one page, as lines and as words', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  const clientId = await addClient(page, { firstName: 'Mina', lastName: 'Okoye' })
  const area = {
    id: crypto.randomUUID(),
    clientId,
    regionId: 'leg.soleus.left',
    level: 'forbidden',
    reason: 'varicosities',
  } as const
  await ask(page, 'noGo:put', { area })
  const { id: sessionId } = await ask(page, 'session:start', { clientId, serviceStart: '2026-03-02T09:30' })

  const finding = (fields: Partial<Finding>): Finding => ({
    ...plainFinding({
      regionId: 'shoulder.upper-trapezius.right',
      kind: 'trigger-point',
      severity: 7,
      phase: 'before',
      view: 'posterior',
    }),
    id: crypto.randomUUID(),
    sessionId,
    ...fields,
  })
  const before = finding({ refersToRegionId: 'neck.posterior.right', point: { x: 300, y: 160 } })
  const calf = finding({ regionId: 'leg.soleus.left', kind: 'avoid', severity: 0 })
  const gone = finding({ regionId: 'neck.suboccipital.left', kind: 'pain', severity: 5 })
  const after = (of: Finding, severity: number): Finding => ({
    ...of,
    id: crypto.randomUUID(),
    phase: 'after',
    severity,
    continuesId: of.id,
  })
  for (const one of [before, calf, gone, after(before, 3), after(gone, 0)])
    await ask(page, 'finding:put', { finding: one })
  await ask(page, 'stroke:put', {
    stroke: {
      id: crypto.randomUUID(),
      sessionId,
      phase: 'before',
      view: 'posterior',
      kind: 'numbness',
      points: Array.from({ length: 60 }, (_, at) => [215 + at, 420 + 12 * Math.sin(at / 4), 0.5]).flat(),
    },
  })
  await ask(page, 'treatedArea:put', {
    area: {
      id: crypto.randomUUID(),
      sessionId,
      regionIds: ['shoulder.upper-trapezius.right', 'shoulder.upper-trapezius.left'],
      technique: 'Myofascial release',
      minutes: 75,
      pressure: 2,
    },
  })
  await ask(page, 'noGo:answer', {
    answer: {
      id: crypto.randomUUID(),
      sessionId,
      regionId: area.regionId,
      level: area.level,
      reason: area.reason,
      decision: 'marked',
      remark: 'only to note it',
    },
  })
  await signOverBridge(page, sessionId)

  const dialog = await openPatientFile(page, clientId)
  const target = join(temporaryFolder, 'map.pdf')
  await savePdf(app, dialog, target)

  expect(pdfFacts(target).pages).toBe(1)
  expect(pdfImageCount(target)).toBe(0)
  expect(pdfStructure(target)).toContain('Figure')
  // Even without colour there is deep ink on it: marks, letters, hatching.
  expect(shareOfGrey(target, 1, 0, 110)).toBeGreaterThan(0.01)

  const text = folded(pdfPages(target).join(' ')).replaceAll(' → ', '→').replaceAll(' →', '→')
  const inOrder = [
    'No-go areas Left soleus, forbidden: varicosities',
    'Posterior',
    'gone after treatment',
    'Myofascial release',
    'no-go',
    'Right upper trapezius',
    'refers to the right back of neck',
    '7→3 much better',
    'Left suboccipitals Pain 5→0 gone',
    'Change: R upper trapezius 7→3, L suboccipitals gone, nothing new.',
    'Drawn freehand: numbness / tingling over',
    'A Myofascial release Right and left upper trapezius 75 2 of 5',
    'Together 75 min, 15 more than the session',
    'Left soleus is a no-go region (forbidden: varicosities). Marked all the same, because: only to note it.',
  ]
  let from = 0
  for (const words of inOrder) {
    const at = text.indexOf(words, from)
    expect(at, words).toBeGreaterThanOrEqual(0)
    from = at + words.length
  }
  for (const caption of ['Anterior', 'Right lateral', 'Left lateral']) expect(text).not.toContain(caption)
})
