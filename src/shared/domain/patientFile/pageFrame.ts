// The frame of the patient file: header and footer of every printed page, and the suggested file name.
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

// The print engine lays out header and footer as documents of their own, without style sheets and web fonts.
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

/** Code points of a client's name in a file name: with the rest it stays under 255 bytes on every system. */
const nameLimit = 40

/**
 * The suggested file name, such as `Patient file K7Q2-9XMB 2026-11-23.pdf`: the client's code distinguishes the files of
 * two clients. It has the client's name only if the practice chose that, and then only letters, digits and
 * spaces, which every file system accepts.
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
