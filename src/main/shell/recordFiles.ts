// Seals, time stamps, the audit log and the list of a salvage as files: written to a chosen place, and read from a chosen file.
import { basename, extname, join } from 'node:path'
import type { AuditFilter } from '#shared/contract/audit.ts'
import type { Output } from '#shared/contract/contract.ts'
import { sealAsJson, sealAsText, type StampKind } from '#shared/domain/record/chainSeal.ts'
import { AppError } from '#main/appError.ts'
import type { FileDialogs } from './fileDialogs.ts'
import { bytesOf } from './readChosenFile.ts'
import type { WatchedServices } from './services.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

type Asking = Pick<WatchedServices, 'ask'>

export interface RecordFileSteps extends Pick<FileDialogs, 'askForTarget' | 'askForSource'> {
  readonly services: Asking
  /** The local day, `YYYY-MM-DD`. */
  today(): string
  /** Where files are suggested to be, absolute. */
  readonly documentsFolder: string
}

export interface RecordFiles {
  saveSeal(): Promise<Output<'record:saveSealFile'>>
  openSeal(): Promise<Output<'record:openSealFile'>>
  saveStampRequest(kind: StampKind): Promise<Output<'record:saveStampRequest'>>
  openStamp(): Promise<Output<'record:openStamp'>>
  saveSalvage(): Promise<Output<'salvage:saveFile'>>
  saveAuditLog(filter: AuditFilter): Promise<Output<'audit:saveFile'>>
}

/** More than any seal with words around it, and less than what would block the page. */
const largestSealFile = 100_000
/** Answers with long certificate chains have some 10 kB. */
const largestStampFile = 1_000_000

const sealKind = { name: 'Seal', extensions: ['txt', 'json'] }
const stampFiles: Readonly<
  Record<StampKind, { name: string; ending: string; kind: { name: string; extensions: string[] } }>
> = {
  rfc3161: {
    name: 'Palpate time stamp request',
    ending: 'tsq',
    kind: { name: 'Time stamp request', extensions: ['tsq'] },
  },
  opentimestamps: { name: 'Palpate seal line', ending: 'txt', kind: { name: 'Seal', extensions: ['txt'] } },
}
const tableKind = { name: 'Table', extensions: ['csv'] }
const textKind = { name: 'Text', extensions: ['txt'] }
const answerKind = { name: 'Time stamp', extensions: ['tsr', 'ots'] }

export function makeRecordFiles({
  services,
  today,
  documentsFolder,
  askForTarget,
  askForSource,
}: RecordFileSteps): RecordFiles {
  const target = async (name: string, ending: string, kind: Parameters<FileDialogs['askForTarget']>[1]) => {
    const path = await askForTarget(join(documentsFolder, `${name} ${today()}.${ending}`), kind)
    if (path === null) throw new AppError('CANCELLED')
    return path
  }
  const source = async (kind: Parameters<FileDialogs['askForSource']>[1]) => {
    const path = await askForSource(documentsFolder, kind)
    if (path === null) throw new AppError('CANCELLED')
    return path
  }
  const write = (path: string, bytes: Uint8Array) => writeFileAtomically(path, bytes, new AbortController().signal)

  return {
    async saveSeal() {
      const path = await target('Palpate seal', 'txt', sealKind)
      const seal = await services.ask('record:makeSeal', { why: 'saved' })
      const isJson = extname(path).toLowerCase() === '.json'
      await write(path, Buffer.from(isJson ? sealAsJson(seal) : sealAsText(seal), 'utf8'))
      return { fileName: basename(path), sequence: seal.sequence }
    },

    async openSeal() {
      const path = await source(sealKind)
      return { fileName: basename(path), text: (await bytesOf(path, largestSealFile)).toString('utf8') }
    },

    async saveStampRequest(stampKind) {
      const { name, ending, kind } = stampFiles[stampKind]
      const path = await target(name, ending, kind)
      const { sequence, file } = await services.ask('record:requestStamp', { kind: stampKind })
      await write(path, Buffer.from(file, 'base64'))
      return { fileName: basename(path), sequence }
    },

    async openStamp() {
      const path = await source(answerKind)
      const file = (await bytesOf(path, largestStampFile)).toString('base64')
      return { fileName: basename(path), stamp: await services.ask('record:keepStamp', { file }) }
    },

    async saveSalvage() {
      const path = await target('What could not be read', 'txt', textKind)
      const { text } = await services.ask('salvage:compose', {})
      await write(path, Buffer.from(text, 'utf8'))
      return { fileName: basename(path) }
    },

    async saveAuditLog(filter) {
      const path = await target('Palpate audit log', 'csv', tableKind)
      const { text, count } = await services.ask('audit:compose', { filter })
      await write(path, Buffer.from(text, 'utf8'))
      return { fileName: basename(path), count }
    },
  }
}
