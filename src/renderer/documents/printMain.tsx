// The print window's entry: fetches the job, renders the file, and reports when it is complete.
// Not the screen's variable font: Chromium embeds it in a PDF only as Type 3 glyphs.
import '@fontsource/inter/400.css'
import '@fontsource/inter/400-italic.css'
import '@fontsource/inter/600.css'
import '@fontsource/inter/600-italic.css'
import '@fontsource/inter/700.css'
import '@fontsource/inter/700-italic.css'
import './page.css'
import { createRoot } from 'react-dom/client'
import { ask, failureOf } from '#renderer/bridge/bridge.ts'
import { reportMistake, reportMistakes } from '#renderer/bridge/reportMistakes.ts'
import { showDatesIn } from '#renderer/ui/dateWords.ts'
import { composeSealed } from './composeSealed.ts'
import watermark from './draftWatermark.svg'
import { PatientFileDocument } from './PatientFileDocument.tsx'
import { setPaper } from './paperSheet.ts'

reportMistakes()

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

async function imageIsThere(address: string): Promise<void> {
  const image = new Image()
  image.src = address
  await image.decode()
}

// On any failure the window stays empty: half a record must never be printed.
async function layOut(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('print.html has no #root')
  const { dates, ...request } = await ask('print:job', {})
  showDatesIn(dates)
  const file = await composeSealed(ask, request)
  await ask('print:composed', { composedAt: file.composedAt })
  setPaper(file.options.paperSize)
  createRoot(root).render(<PatientFileDocument file={file} />)
  await nextFrame()
  await nextFrame()
  await document.fonts.ready
  await imageIsThere(watermark)
  await nextFrame()
  await nextFrame()
  await ask('print:ready', {})
}

void layOut().catch((error: unknown) => {
  // First: main closes this window when it hears of the failure.
  reportMistake(error)
  void ask('print:failed', { code: failureOf(error).code })
})
