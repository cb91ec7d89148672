// The job that makes a patient file: its stages, and that nothing is left of one that ends early, at whichever moment.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import { recordFormat } from '#shared/domain/dateWords.ts'
import { AppError } from '#main/appError.ts'
import { makeJobs } from '#main/jobs/jobs.ts'
import { makePatientFilePrinter, type PrinterSteps, type PrintRequest } from './patientFilePrinter.ts'
import { writeFileAtomically } from '../writeFileAtomically.ts'
import type { PrintWindow } from './printWindow.ts'

const request: PrintRequest = {
  clientId: '0190a5e0-0000-7000-8000-000000000001',
  options: {
    from: null,
    to: null,
    includeDrafts: true,
    includeBodyMaps: true,
    includePrivateRemarks: false,
    paperSize: 'A4',
  },
  dates: recordFormat,
}
const frame = { fileName: 'Patient file.pdf', header: { practiceName: 'Quiet Hands', clientName: 'Mara Sample' } }
/** The window that asks. */
const ours = 1
const forever = () => new Promise<never>(() => undefined)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A printer whose window does everything at once, but for what is reported otherwise. */
function printer(changes: Partial<PrinterSteps> & { window?: Partial<PrintWindow> } = {}) {
  const updates: JobUpdate[] = []
  const jobs = makeJobs({ onUpdate: (update) => void updates.push(update) })
  const pdf = Buffer.from('%PDF-1.7 of Mara Sample')
  let windows = 0
  const { window, ...steps } = changes
  const made = makePatientFilePrinter({
    jobs: { run: (kind, work) => jobs.run(kind, work) },
    frame: () => Promise.resolve(frame),
    askForTarget: () => Promise.resolve(join(folder, 'file.pdf')),
    openWindow() {
      windows += 1
      return {
        owns: () => true,
        request,
        composed: () => undefined,
        failed: () => undefined,
        ready: () => undefined,
        compose: () => Promise.resolve(),
        layOut: () => Promise.resolve(),
        toPdf: () => Promise.resolve(pdf),
        destroy: () => void (windows -= 1),
        ...window,
      }
    },
    writeFile: writeFileAtomically,
    documentsFolder: folder,
    ...steps,
  })
  const stages = () => updates.map(({ progress }) => progress?.stage ?? 'ended')
  return { printer: made, jobs, pdf, stages, openWindows: () => windows }
}

describe('the patient file', () => {
  it('goes through its stages, is written whole, and its bytes are overwritten', async () => {
    const { printer: made, pdf, stages, openWindows } = printer()
    const bytes = pdf.byteLength
    expect(await made.save(request, ours)).toEqual({ fileName: 'file.pdf', bytes })
    expect(readFileSync(join(folder, 'file.pdf'), 'utf8')).toBe('%PDF-1.7 of Mara Sample')
    expect(stages()).toEqual(['collecting', 'composing', 'laying out', 'printing', 'writing', 'ended'])
    expect(pdf.every((byte) => byte === 0)).toBe(true)
    expect([openWindows(), made.window, made.lastSaved]).toEqual([0, undefined, join(folder, 'file.pdf')])
  })

  it('is offered beside other documents, and not made where somebody thinks better of it', async () => {
    let offered = ''
    const { printer: made, openWindows } = printer({
      askForTarget(path) {
        offered = path
        return Promise.resolve(null)
      },
    })
    await expect(made.save(request, ours)).rejects.toEqual(new AppError('CANCELLED'))
    expect([offered, openWindows()]).toEqual([join(folder, 'Patient file.pdf'), 0])
  })

  it('is BUSY while another one is made', async () => {
    const { printer: made, jobs } = printer({ window: { layOut: forever } })
    const first = made.save(request, ours)
    await expect(made.save(request, ours)).rejects.toEqual(new AppError('BUSY'))
    jobs.cancel('patient file')
    await expect(first).rejects.toEqual(new AppError('CANCELLED'))
  })

  it('whose page says that it cannot be made / ends with the reason, long before its time is up', async () => {
    const damaged = new AppError('DB_CORRUPT')
    const { promise: composed, reject: fail } = Promise.withResolvers<never>()
    const { printer: made, openWindows } = printer({ window: { compose: () => composed, failed: fail } })
    const saving = made.save(request, ours)
    await vi.waitFor(() => expect(made.window).toBeDefined())
    made.window?.failed(damaged)
    await expect(saving).rejects.toBe(damaged)
    expect([openWindows(), readdirSync(folder)]).toEqual([0, []])
  })

  it('whose window fails / ends with that, once, and its window is gone', async () => {
    const failure = new AppError('INTERNAL')
    const { printer: made, stages, openWindows } = printer({ window: { layOut: () => Promise.reject(failure) } })
    await expect(made.save(request, ours)).rejects.toBe(failure)
    expect([stages().at(-1), openWindows(), readdirSync(folder)]).toEqual(['ended', 0, []])
  })
})

describe('a cancel', () => {
  const whileItWaits: readonly (readonly [string, Parameters<typeof printer>[0]])[] = [
    ['for what stands in its header', { frame: forever }],
    ['for a place', { askForTarget: forever }],
    ['for its content', { window: { compose: forever } }],
    ['for its layout', { window: { layOut: forever } }],
    ['for its printing', { window: { toPdf: forever } }],
  ]
  it.each(whileItWaits)('while it waits %s / ends it and leaves nothing behind', async (_, steps) => {
    const { printer: made, jobs, stages, openWindows } = printer(steps)
    const saving = made.save(request, ours)
    await new Promise((resolve) => void setTimeout(resolve, 20))
    jobs.cancel('patient file')
    await expect(saving).rejects.toEqual(new AppError('CANCELLED'))
    expect([stages().at(-1), openWindows(), made.window, readdirSync(folder)]).toEqual(['ended', 0, undefined, []])
  })

  it.each(['collecting', 'composing', 'laying out', 'printing', 'writing'] as const)(
    'when "%s" begins / ends it, and an old file stays as it was',
    async (stage) => {
      writeFileSync(join(folder, 'file.pdf'), 'old')
      const stagesReported: string[] = []
      const jobs = makeJobs({
        onUpdate({ progress }) {
          stagesReported.push(progress?.stage ?? 'ended')
          if (progress?.stage === stage) jobs.cancel('patient file')
        },
      })
      const { printer: made, openWindows, pdf } = printer({ jobs: { run: (kind, work) => jobs.run(kind, work) } })
      await expect(made.save(request, ours)).rejects.toEqual(new AppError('CANCELLED'))
      expect([stagesReported.slice(-2), openWindows(), readdirSync(folder)]).toEqual([
        [stage, 'ended'],
        0,
        ['file.pdf'],
      ])
      expect(readFileSync(join(folder, 'file.pdf'), 'utf8')).toBe('old')
      if (stage === 'writing') expect(pdf.every((byte) => byte === 0)).toBe(true)
      expect(made.lastSaved).toBeUndefined()
    },
  )

  it('while a slow disk writes / keeps neither the window nor the bytes, and ends when the disk has answered', async () => {
    const { promise: removed, reject: remove } = Promise.withResolvers<never>()
    const writeFile = vi.fn(() => removed)
    const { printer: made, jobs, pdf, stages, openWindows } = printer({ writeFile })
    const saving = made.save(request, ours)
    saving.catch(() => undefined)
    await vi.waitFor(() => expect(writeFile).toHaveBeenCalled())
    expect([openWindows(), made.window, pdf.some((byte) => byte !== 0)]).toEqual([0, undefined, true])
    const ended = jobs.endAll(new AppError('LOCKED'))
    expect([pdf.every((byte) => byte === 0), stages().at(-1)]).toEqual([true, 'writing'])
    remove(new AppError('CANCELLED'))
    await ended
    await expect(saving).rejects.toEqual(new AppError('LOCKED'))
    expect(stages().at(-1)).toBe('ended')
  })

  it('before the bytes come / has them overwritten all the same', async () => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>()
    const { printer: made, jobs, pdf } = printer({ window: { toPdf: () => promise } })
    const saving = made.save(request, ours)
    await new Promise((later) => void setTimeout(later, 20))
    jobs.cancel('patient file')
    await expect(saving).rejects.toEqual(new AppError('CANCELLED'))
    resolve(pdf)
    await promise
    expect(pdf.every((byte) => byte === 0)).toBe(true)
  })

  it('before a place is chosen / lets the choice come to nothing', async () => {
    const { promise, resolve } = Promise.withResolvers<string | null>()
    const { printer: made, jobs, openWindows } = printer({ askForTarget: () => promise })
    const saving = made.save(request, ours)
    await new Promise((later) => void setTimeout(later, 20))
    jobs.cancel('patient file')
    await expect(saving).rejects.toEqual(new AppError('CANCELLED'))
    resolve(join(folder, 'file.pdf'))
    await promise
    expect([openWindows(), readdirSync(folder)]).toEqual([0, []])
  })
})
