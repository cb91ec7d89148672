// Pasting into the single fields beside the notes: they take plain text, in which programs leave out ticks, struck-out words
// and empty cells. The same reading as in a note puts them back.
import { notifications } from '@mantine/notifications'
import { plainText } from '#shared/domain/note/plainText.ts'
import { nameOfField, notifyCutText } from '#renderer/ui/fieldLimit.ts'
import { leftOutWords, type LeftOut } from './leftOut.ts'
import { holdsOnlyFiles } from './noteClipboard.ts'
import { readHtml, readLines } from './readClipboard.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

const textTypes = new Set(['text', 'search', 'email', 'tel', ''])

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && textTypes.has(target.type) ? target : null
}

/** Joins lines to one, with separators. */
const onOneLine = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter(Boolean)
    .reduce((text, line) => (text === '' ? line : `${text}${/[.,;:!?]$/.test(text) ? '' : ';'} ${line}`), '')

/**
 * The text to paste into a field, or null when the browser's own paste loses nothing.
 * @param html of the clipboard, empty for none
 * @param text the same as plain text
 */
function fieldTextOf(html: string, text: string, isOneLine: boolean): string | null {
  const lines =
    html === '' ? readLines(text) : plainText({ type: 'doc', content: [...readHtml(html, text).blocks] }).split('\n')
  if (lines.every((line) => line.trim() === '')) return null
  const isSame = (one: string) => one.replace(/\s+/g, ' ').trim() === text.replace(/\s+/g, ' ').trim()
  if (isOneLine) return lines.length > 1 || !isSame(lines.join('\n')) ? onOneLine(lines) : null
  return isSame(lines.join('\n')) ? null : lines.join('\n')
}

/** What no field of text can show; colours and the like are not missed there. */
const shownKinds = ['picture', 'media'] as const

/**
 * The words about what a field leaves out of a paste, or null where nothing is.
 * @param name the field's name on screen
 * @param isEmpty whether no text is pasted
 */
export function fieldNews(name: string, leftOut: LeftOut | 'files', isEmpty: boolean): string | null {
  const shown = new Map(shownKinds.flatMap((kind) => (leftOut === 'files' ? [] : [[kind, leftOut.get(kind) ?? 0]])))
  const isPicture = leftOut === 'files' || (shown.get('picture') ?? 0) > 0
  if (isPicture && isEmpty) return `“${name}” holds words, not pictures. Say in words what the picture shows.`
  const words = leftOutWords(shown)
  return words === '' ? null : `Left out when pasting into “${name}”: ${words}.`
}

function notifyLeftOut(field: Field, data: DataTransfer): void {
  const html = data.getData('text/html')
  const { blocks, leftOut } = html === '' ? { blocks: [], leftOut: new Map() as LeftOut } : readHtml(html)
  const isEmpty =
    data.getData('text/plain').trim() === '' && plainText({ type: 'doc', content: [...blocks] }).trim() === ''
  const message = fieldNews(nameOfField(field), holdsOnlyFiles(data) ? 'files' : leftOut, isEmpty)
  if (message !== null) notifications.show({ id: 'field-paste', color: 'ember', message, autoClose: 12_000 })
}

/** @param data of a paste, or of something that was dropped */
function onTaken(event: Event, data: DataTransfer | null): void {
  const field = fieldOf(event.target)
  if (!field || !data || field.readOnly || field.disabled) return
  notifyLeftOut(field, data)
  // A file that is dropped would be opened, or its path written.
  if (holdsOnlyFiles(data)) return event.preventDefault()
  // Codes and file names are not prose: they are pasted unchanged.
  if (!field.spellcheck) return
  const text = fieldTextOf(data.getData('text/html'), data.getData('text/plain'), field instanceof HTMLInputElement)
  if (text === null) return
  event.preventDefault()
  event.stopPropagation()
  // What is dropped goes to the caret.
  field.focus()
  // The browser's own command keeps the field's undo and `maxLength`, and fires `input`; it does not report what it cuts.
  notifyCutText(field, text)
  document.execCommand('insertText', false, text)
}

/** Handles what is pasted into or dropped on any text field of the page, ahead of the field's own handling. */
export function watchFieldPastes(): void {
  document.addEventListener('paste', (event) => onTaken(event, event.clipboardData), true)
  document.addEventListener('drop', (event) => onTaken(event, event.dataTransfer), true)
}
