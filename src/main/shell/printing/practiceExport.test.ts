// All clients' files in one folder: named as not complete until they are, whole files only, and begun anew the next time.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '#shared/contract/contract.ts'
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

interface Exporting extends Partial<PracticeExportSteps> {
  readonly print?: PrintTo
  /** The ids of the clients who are there at this moment. */
  readonly there?: () => string[]
}

/** The list has the ids that it was given. @param changes `print` writes a file of the client's id unless given */
function exporting(changes: Exporting = {}) {
  const { print = written, there = () => ['a', 'b', 'c'], ...steps } = changes
  const jobs = makeJobs({ onUpdate: () => undefined })
  const answers = {
    'closing:list': () => there().map(client),
    'practice:get': () => ({ settings: defaultSettings }),
    'closing:composeList'({ clients = there().map(client) }: Input<'closing:composeList'>) {
      return { text: `Client code ${clients.map(({ clientId }) => clientId).join('')}\r\n`, count: clients.length }
    },
  }
  const made = makePracticeExport({
    jobs: { run: (kind, work) => jobs.run(kind, work) },
    printer: { several: (work) => work(print) },
    services: {
      ask: (channel, input) => Promise.resolve(answers[channel as keyof typeof answers](input as never) as never),
    },
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

const listIn = (name: string) => readFileSync(join(folder, name, 'Clients by date.csv'), 'utf8')

describe('all records', () => {
  it('are written into one folder, with the list, and the folder is then named as complete', async () => {
    const { made, save } = exporting()
    expect(await save()).toEqual({ folder: join(folder, complete), files: 3, missing: [] })
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

  it('of a client who was erased meanwhile / are left out, of the list too, and the folder is complete', async () => {
    let there = ['a', 'b', 'c']
    const { save } = exporting({
      there: () => there,
      onFile: () => void (there = ['a', 'c']),
      frame: (request) =>
        'clientId' in request && request.clientId === 'b'
          ? Promise.reject(new AppError('NOT_FOUND'))
          : Promise.resolve({
              fileName: `Patient file ${'clientId' in request ? request.clientId : ''}.pdf`,
              header: null,
            }),
    })
    expect(await save()).toEqual({ folder: join(folder, complete), files: 2, missing: [] })
    expect(listIn(complete)).toBe('Client code ac\r\n')
  })

  it('of a client who was added while the folder was chosen / have both file and line', async () => {
    let there = ['a']
    const { save } = exporting({
      there: () => there,
      askForFolder() {
        there = ['a', 'b']
        return Promise.resolve(folder)
      },
    })
    expect(await save()).toEqual({ folder: join(folder, complete), files: 2, missing: [] })
    expect(listIn(complete)).toBe('Client code ab\r\n')
  })

  it('with a client who was added while they were written / are not called complete, and name the client', async () => {
    let there = ['a', 'b']
    const { save } = exporting({ there: () => there, onFile: () => void (there = ['a', 'b', 'd']) })
    expect(await save()).toEqual({
      folder: join(folder, unfinished),
      files: 2,
      missing: [{ clientId: 'd', clientName: 'Client d', because: 'added meanwhile' }],
    })
    expect(listIn(unfinished)).toBe('Client code ab\r\n')
    expect(readFileSync(join(folder, unfinished, 'Missing files.txt'), 'utf8')).toContain('Client d: added while')
  })

  it('of whom one cannot be printed / go on, and the folder stays not complete and says who is missing', async () => {
    const { made, save } = exporting({
      print: (request, frame, target, control) =>
        basename(target) === 'Patient file b.pdf'
          ? Promise.reject(new AppError('DB_CORRUPT'))
          : written(request, frame, target, control),
    })
    expect(await save()).toEqual({
      folder: join(folder, unfinished),
      files: 2,
      missing: [{ clientId: 'b', clientName: 'Client b', because: 'not printed' }],
    })
    expect(readdirSync(folder)).toEqual([unfinished])
    expect(readdirSync(join(folder, unfinished)).toSorted()).toEqual([
      'Clients by date.csv',
      'Missing files.txt',
      'Patient file a.pdf',
      'Patient file c.pdf',
    ])
    expect(readFileSync(join(folder, unfinished, 'Missing files.txt'), 'utf8')).toContain('Client b')
    expect(made.lastFolder).toBe(join(folder, unfinished))
  })

  it('of whom one cannot even be begun, by an error that nobody knows / go on as well', async () => {
    const { save } = exporting({
      frame: (request) => {
        const id = 'clientId' in request ? request.clientId : ''
        return id === 'a'
          ? Promise.reject(new Error('the page has crashed'))
          : Promise.resolve({ fileName: `Patient file ${id}.pdf`, header: null })
      },
    })
    expect(await save()).toMatchObject({ files: 2, missing: [{ clientId: 'a' }] })
  })

  it('while the vault is locked / end, and blame no client', async () => {
    const { save } = exporting({ print: () => Promise.reject(new AppError('LOCKED')) })
    await expect(save()).rejects.toEqual(new AppError('LOCKED'))
    expect(readdirSync(join(folder, unfinished))).toEqual([])
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
    expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toBe('Client code abc\r\n')
  })
})
