// The print window's entry: fetches the job, renders the patient file or the emergency sheet, and reports when it is complete.
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
import type { Input } from '#shared/contract/contract.ts'
import { composeSealed } from './composeSealed.ts'
import watermark from './draftWatermark.svg'
import { EmergencySheetDocument } from './EmergencySheetDocument.tsx'
import { LettersDocument } from './LettersDocument.tsx'
import { PatientFileDocument } from './PatientFileDocument.tsx'
import { setPaper } from './paperSheet.ts'

reportMistakes()

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

async function imageIsThere(address: string): Promise<void> {
  const image = new Image()
  image.src = address
  await image.decode()
}

async function patientFile(request: Input<'print:compose'>) {
  const file = await composeSealed(ask, request)
  await ask('print:composed', { composedAt: file.composedAt })
  setPaper(file.options.paperSize)
  return <PatientFileDocument file={file} />
}

async function letters({ text, clientIds }: Pick<Input<'closing:saveLetters'>, 'text' | 'clientIds'>) {
  const composed = await ask('closing:composeLetters', { clientIds })
  await ask('print:composed', { composedAt: composed.madeAt })
  setPaper(composed.paperSize)
  return <LettersDocument text={text} letters={composed} />
}

async function emergencySheet() {
  const sheet = await ask('backup:emergencySheet', {})
  await ask('print:composed', { composedAt: sheet.madeAt })
  setPaper(sheet.paperSize)
  return <EmergencySheetDocument sheet={sheet} />
}

// On any failure the window stays empty: half a record must never be printed.
async function layOut(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('print.html has no #root')
  const { dates, ...request } = await ask('print:job', {})
  showDatesIn(dates)
  const page =
    'sheet' in request ? emergencySheet() : 'letters' in request ? letters(request.letters) : patientFile(request)
  createRoot(root).render(await page)
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
