// What stands around the patient file: header and footer of every printed page, and the name that a file is offered.
import { clientCode } from '../client.ts'
import type { PracticeSettings } from '../practice.ts'
import { dayAt, offsetHere } from '../time.ts'
import { dateWordsIn, type DateFormat } from '../dateWords.ts'

/** What the pages of one file have in common. */
export interface PageFrame {
  readonly practiceName: string
  readonly clientName: string
  /** When the file was made, UTC. */
  readonly composedAt: string
  readonly dates: DateFormat
}

// The print engine lays header and footer out as documents of their own: no style sheet and no web font reaches them.
const band = [
  'box-sizing:border-box',
  'width:100%',
  'margin:0',
  'padding:0 18mm',
  'display:flex',
  'align-items:baseline',
  'gap:6mm',
  "font:400 7.5pt/1.35 Inter,'Helvetica Neue',Arial,'Liberation Sans','Noto Sans',sans-serif",
  'color:#4b5553',
  '-webkit-print-color-adjust:exact',
].join(';')
const oneLine = 'white-space:nowrap;overflow:hidden;text-overflow:ellipsis'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it, safe between tags and inside quoted attributes. Line breaks become spaces. */
export const escapeHtml = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[&<>"']/gu, (character) => escapes[character] ?? character)

/**
 * The header of every page as HTML for the print engine: practice, client, "Page x of y".
 * Names too long for the line end in an ellipsis; the first page carries them in full.
 */
export function pageHeader({ practiceName, clientName }: PageFrame): string {
  return (
    `<div style="${band}">` +
    `<span dir="auto" style="flex:0 1 auto;min-width:0;max-width:45%;${oneLine}">${escapeHtml(practiceName)}</span>` +
    `<span dir="auto" style="flex:1 1 0;min-width:0;text-align:left;font-weight:700;color:#1c2423;${oneLine}">${escapeHtml(clientName)}</span>` +
    '<span style="flex:none">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span>' +
    '</div>'
  )
}

/** The footer of every page as HTML for the print engine: what this is, that it is confidential, when it was made. */
export function pageFooter({ composedAt, dates }: PageFrame): string {
  return (
    `<div style="${band}">` +
    '<span style="flex:1 1 auto">Patient file · Confidential health record</span>' +
    `<span style="flex:none">Printed ${escapeHtml(dateWordsIn(dates).instant(composedAt, null))}</span>` +
    '</div>'
  )
}

/** Code points of a client's name that a file name carries: with the rest it stays under 255 bytes on every system. */
const nameLimit = 40

/**
 * The file name that saving offers, such as `Patient file K7Q2-9XMB 2026-11-23.pdf`: the client's code tells the files of
 * two clients apart. It carries the client's name only when the practice asked for that, and then only letters, digits and
 * spaces, which every file system takes.
 */
export function suggestedFileName(
  { clientId, clientName, composedAt }: { clientId: string } & Omit<PageFrame, 'practiceName' | 'dates'>,
  { clientNameInFileName }: Pick<PracticeSettings, 'clientNameInFileName'>,
): string {
  const name = clientNameInFileName ? safeName(clientName) : ''
  const day = dayAt(composedAt, offsetHere(composedAt))
  return ['Patient file', name, clientCode(clientId), day].filter(Boolean).join(' ') + '.pdf'
}

function safeName(name: string): string {
  const words = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
  return Array.from(words).slice(0, nameLimit).join('').trim()
}
