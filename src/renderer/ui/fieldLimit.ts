// Text that a field has no room for. A field with `maxLength` cuts it silently; here a notification says so, for every field
// of the page.
import { countWords } from '#shared/domain/wordLists.ts'
import { notifications } from '@mantine/notifications'
import { notifyWithUndo } from './notifyWithUndo.tsx'

type Field = HTMLInputElement | HTMLTextAreaElement

/** The properties of a field that limit its text. */
interface Room {
  readonly value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
  /** -1 where there is no limit. */
  readonly maxLength: number
}

/** How many characters of a text the field has no room for, as it stands, in UTF-16 code units. */
export function charactersTooMany(
  { value, selectionStart, selectionEnd, maxLength }: Room,
  text: string,
  lines: 'one' | 'many',
): number {
  if (maxLength < 0) return 0
  const end = value.length
  const taken = end - ((selectionEnd ?? end) - (selectionStart ?? end))
  const inserted = lines === 'one' ? text.replace(/[\r\n]+/gu, ' ') : text.replaceAll('\r\n', '\n')
  return Math.min(inserted.length, Math.max(0, taken + inserted.length - maxLength))
}

/** The field's name on screen. */
export function nameOfField(field: Field): string {
  const label = field.labels?.[0]?.textContent?.replace(/\s*\*\s*$/u, '').trim()
  return label || field.ariaLabel || field.placeholder || 'This field'
}

const characters = (count: number) => countWords(count, 'character')

/** The notification's words for a text that is cut. */
export const cutWords = (name: string, limit: number, tooMany: number): string =>
  `Too long for “${name}”, which holds ${characters(limit)}: the last ${characters(tooMany)} are left out.`

const fullWords = (name: string, limit: number): string => `“${name}” is full: it holds ${characters(limit)}.`

const messageId = 'field-limit'

function put(field: Field, text: string): void {
  field.focus()
  field.select()
  // The browser's own command: it keeps the field's undo, and fires `input` for the form.
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
}

/**
 * Notifies how much of a text the field is about to cut, and offers to remove the rest. Call before it is inserted.
 * @param text what is inserted in the place of the selection
 */
export function notifyCutText(field: Field, text: string): void {
  const tooMany = charactersTooMany(field, text, field instanceof HTMLInputElement ? 'one' : 'many')
  if (tooMany === 0) return
  const { value: before, maxLength: limit } = field
  if (text.length === tooMany && text.length <= 2) {
    // Notified once, however many more letters are typed.
    const message = fullWords(nameOfField(field), limit)
    notifications.show({ id: `${messageId}-full`, color: 'ember', message, autoClose: 6000 })
    return
  }
  let after: string | null = null
  field.addEventListener('input', () => (after = field.value), { once: true })
  notifyWithUndo(messageId, cutWords(nameOfField(field), limit, tooMany), async () => {
    // What was typed since then stays.
    if (field.isConnected && field.value === after) put(field, before)
    await Promise.resolve()
  })
}

const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target : null

function onBeforeInput(event: InputEvent): void {
  const field = fieldOf(event.target)
  // Composed text is cut when the composition ends.
  if (!field || event.defaultPrevented || event.inputType === 'insertCompositionText') return
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
  if (text !== '') notifyCutText(field, text)
}

function onCompositionEnd(event: CompositionEvent): void {
  const field = fieldOf(event.target)
  if (!field || field.maxLength < 0) return
  const tooMany = field.value.length - field.maxLength
  if (tooMany <= 0) return
  const message = cutWords(nameOfField(field), field.maxLength, tooMany)
  notifications.show({ id: `${messageId}-composed`, color: 'ember', message, autoClose: 12_000 })
}

/** Watches every field of the page for text that it cuts. */
export function watchFieldLimits(): void {
  document.addEventListener('beforeinput', onBeforeInput, true)
  document.addEventListener('compositionend', onCompositionEnd, true)
}
