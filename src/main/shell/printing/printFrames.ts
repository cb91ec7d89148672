// What main must know of each file that is printed: its name, and what stands around its pages.
import type { Output } from '#shared/contract/contract.ts'
import { todayHere } from '#shared/domain/time.ts'
import type { WatchedServices } from '../services.ts'
import type { PrintFrame, PrintRequest } from './patientFilePrinter.ts'
import { inZoneOfNow } from '#main/zone.ts'

const today = inZoneOfNow(todayHere)

/** No name of a client stands in the name of any file but the patient file's, where the practice asks for it. */
export async function printFrameOf(services: Pick<WatchedServices, 'ask'>, request: PrintRequest): Promise<PrintFrame> {
  if ('sheet' in request) return { fileName: 'Emergency sheet.pdf', header: null }
  if ('letters' in request) return { fileName: `Letters to clients ${today()}.pdf`, header: null }
  const { fileName, ...header }: Output<'patientFile:frame'> = await services.ask('patientFile:frame', {
    clientId: request.clientId,
  })
  return { fileName, header }
}
