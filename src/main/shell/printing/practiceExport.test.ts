// All clients' files in one folder: named as not complete until they are, whole files only, and begun anew the next time.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/contract.ts'
import { defaultSettings } from '#shared/domain/practice.ts'
import { recordFormat } from '#shared/domain/dateWords.ts'
import { AppError } from '#main/appError.ts'
import { makeJobs } from '#main/jobs/jobs.ts'
import { makePracticeExport, type PracticeExportSteps } from './practiceExport.ts'
import type { PrintTo } from './patientFilePrinter.ts'

const dates = recordFormat
const complete = 'Practice records 2027-03-31'
const unfinished = `${complete} - not complete`

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const client = (clientId: string): Output<'closing:list'>[number] => ({
  clientId,
  clientName: `Client ${clientId}`,
  isArchived: false,
  dateOfBirth: null,
  lastEntryOn: '2027-01-01',
  keptUntil: null,
  isBirthMissing: false,
  drafts: 0,
})

/** @param print writes a file of the client's id unless given */
function exporting(changes: Partial<PracticeExportSteps> & { print?: PrintTo } = {}) {
  const { print = written, ...steps } = changes
  const jobs = makeJobs({ onUpdate: () => undefined })
  const answers = {
    'closing:list': ['a', 'b', 'c'].map(client),
    'practice:get': { settings: defaultSettings },
    'closing:composeList': { text: 'Client code\r\n', count: 3 },
  }
  const made = makePracticeExport({
    jobs: { run: (kind, work) => jobs.run(kind, work) },
    printer: { several: (work) => work(print) },
    services: { ask: (channel) => Promise.resolve(answers[channel as keyof typeof answers] as never) },
    frame: (request) => {
      const id = 'clientId' in request ? request.clientId : ''
      return Promise.resolve({ fileName: `Patient file ${id}.pdf`, header: null })
    },
    askForFolder: () => Promise.resolve(folder),
    askForTarget: () => Promise.resolve(join(folder, 'list.csv')),
    onFile: () => undefined,
    today: () => '2027-03-31',
    documentsFolder: folder,
    ...steps,
  })
  return { made, jobs, save: () => made.saveFiles({ dates }, 1) }
}

const written: PrintTo = (_request, _frame, target) => {
  writeFileSync(target, 'PDF')
  return Promise.resolve()
}

describe('all records', () => {
  it('are written into one folder, with the list, and the folder is then named as complete', async () => {
    const { made, save } = exporting()
    expect(await save()).toEqual({ folder: join(folder, complete), files: 3 })
    expect(readdirSync(folder)).toEqual([complete])
    expect(readdirSync(join(folder, complete)).toSorted()).toEqual([
      'Clients by date.csv',
      'Patient file a.pdf',
      'Patient file b.pdf',
      'Patient file c.pdf',
    ])
    expect(made.lastFolder).toBe(join(folder, complete))
  })

  it('that are cancelled at the second file / leave a folder that says so, and the next time a new one is begun', async () => {
    const { jobs, save } = exporting({
      print(request, frame, target, { wait }) {
        if (basename(target) !== 'Patient file b.pdf') return written(request, frame, target, { wait } as never)
        jobs.cancel('practice files')
        return wait(new Promise<never>(() => undefined))
      },
    })
    await expect(save()).rejects.toEqual(new AppError('CANCELLED'))
    expect(readdirSync(join(folder, unfinished))).toEqual(['Patient file a.pdf'])
    expect((await exporting().save()).folder).toBe(join(folder, complete))
    expect(readdirSync(folder).toSorted()).toEqual([complete, unfinished])
  })

  it('a second time on one day / lie beside the first', async () => {
    await exporting().save()
    expect(basename((await exporting().save()).folder)).toBe(`${complete} (2)`)
  })

  it('of a client who was erased meanwhile / are left out', async () => {
    const { save } = exporting({
      frame: (request) =>
        'clientId' in request && request.clientId === 'b'
          ? Promise.reject(new AppError('NOT_FOUND'))
          : Promise.resolve({
              fileName: `Patient file ${'clientId' in request ? request.clientId : ''}.pdf`,
              header: null,
            }),
    })
    expect(await save()).toMatchObject({ files: 2 })
  })

  it('where a file cannot be written / end with the reason, in a folder that is not complete', async () => {
    const { save } = exporting({ print: () => Promise.reject(new AppError('DISK_FULL')) })
    await expect(save()).rejects.toEqual(new AppError('DISK_FULL'))
    expect(readdirSync(folder)).toEqual([unfinished])
  })

  it('without a folder / are not written', async () => {
    const { save } = exporting({ askForFolder: () => Promise.resolve(null) })
    await expect(save()).rejects.toEqual(new AppError('CANCELLED'))
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the list', () => {
  it('is written to the chosen place', async () => {
    expect(await exporting().made.saveList()).toEqual({ fileName: 'list.csv', count: 3 })
    expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe('Client code\r\n')
  })
})
