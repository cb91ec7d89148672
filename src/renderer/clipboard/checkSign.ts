// Check boxes, ticked or not: each becomes a sign in the note, whatever represents it in the source.
import { attributeOf, classesOf, hasAttribute, nameOf, textOf, type PastedNode } from './pastedNode.ts'
import { isNamedPicture, pictureWords } from './pictures.ts'

export const ticked = '☑'
export const unticked = '☐'
const partlyTicked = '[partly ticked]'

export type CheckSign = typeof ticked | typeof unticked | typeof partlyTicked

const saying = (isTicked: boolean): CheckSign => (isTicked ? ticked : unticked)

/** Signs of boxes and ticks that text or a list's bullet can have. */
export const isCheckSign = (text: string): boolean => /^[☐☑☒✓✔✗✘✅❎⬜◻◼⌧]\ufe0f?$/u.test(text)

const checkRoles = new Set(['checkbox', 'menuitemcheckbox', 'switch', 'radio', 'menuitemradio'])
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  '1': true,
  '0': false,
  checked: true,
  unchecked: false,
  '': true,
}

/** The sign of an element that is a box itself, or null. */
export function boxSign(node: PastedNode): CheckSign | null {
  const name = nameOf(node)
  const type = attributeOf(node, 'type').toLowerCase()
  if (name === 'INPUT' && (type === 'checkbox' || type === 'radio')) {
    return attributeOf(node, 'aria-checked') === 'mixed'
      ? partlyTicked
      : saying(hasAttribute(node, 'checked') || attributeOf(node, 'aria-checked') === 'true')
  }
  if (name === 'EN-TODO') return saying(attributeOf(node, 'checked') === 'true')
  if (name === 'W:SDT' && attributeOf(node, 'checkbox') === 't') return null
  if (name === 'IMG' || name === 'SVG' || isNamedPicture(node)) return pictureSign(node)
  if (name === 'LI') return null
  return roleSign(node) ?? iconSign(node)
}

function roleSign(node: PastedNode): CheckSign | null {
  if (!checkRoles.has(attributeOf(node, 'role').toLowerCase())) return null
  const state = attributeOf(node, 'aria-checked').toLowerCase()
  return state === 'mixed' ? partlyTicked : saying(state === 'true')
}

/** OneNote's tags, and pictures whose words name a box. */
function pictureSign(node: PastedNode): CheckSign | null {
  const words = (pictureWords(node) || attributeOf(node, 'alt').trim()).toLowerCase()
  if (
    /^(?:checked|ticked|completed|done|checked (?:check ?)?box|check ?box[ :,-]+(?:checked|ticked|on)|✓|✔|☑)$/.test(
      words,
    )
  )
    return ticked
  if (
    /^(?:unchecked|unticked|not checked|incomplete|not completed|to do|unchecked (?:check ?)?box|check ?box[ :,-]+(?:unchecked|not checked|empty|off)|empty check ?box|☐)$/.test(
      words,
    )
  )
    return unticked
  return tagSign(attributeOf(node, 'data-tag')) ?? roleSign(node)
}

function tagSign(tags: string): CheckSign | null {
  const tag = tags.split(',').find((one) => /^\s*to-do/.test(one))
  return tag === undefined ? null : saying(tag.includes('completed'))
}

/** Icons that the classes or the ligatures of an icon font draw. */
function iconSign(node: PastedNode): CheckSign | null {
  const classes = classesOf(node)
  if (classes.some((one) => /^material-(?:icons|symbols)/.test(one))) {
    const icon = textOf(node).trim()
    if (/^(?:check_box|radio_button_checked|check_circle|task_alt)$/.test(icon)) return ticked
    return /^(?:check_box_outline_blank|radio_button_unchecked)$/.test(icon) ? unticked : null
  }
  if (textOf(node).trim() !== '') return null
  const says = (pattern: RegExp) => classes.some((one) => pattern.test(one))
  if (
    says(
      /^(?:checkbox-on|checkbox-checked|checkbox--checked|fa-(?:check-square|square-check|check-square-o)|bi-check2?-square(?:-fill)?|glyphicon-check)$/,
    )
  )
    return ticked
  return says(
    /^(?:checkbox-off|checkbox-unchecked|checkbox--unchecked|fa-(?:square|square-o)|bi-square|glyphicon-unchecked)$/,
  )
    ? unticked
    : null
}

/** The sign of a list item, or of a paragraph that stands for one. `list` is its list. */
export function itemSign(item: PastedNode, list: PastedNode | null): CheckSign | null {
  const own = roleSign(item) ?? tagSign(attributeOf(item, 'data-tag')) ?? dataSign(item) ?? classSign(item)
  if (own) return own
  if (!list || nameOf(item) !== 'LI') return null
  // GitHub, Outlook and others: the box is an element of its own within the item.
  return holdsBox(item) ? null : (dataSign(list) ?? listClassSign(list))
}

const dataNames = [
  'data-checked',
  'data-is-checked',
  'data-task-checked',
  'data-list',
  'data-task',
  'data-done',
  'data-completed',
]

function dataSign(node: PastedNode): CheckSign | null {
  const custom = /--en-checked\s*:\s*(true|false)/.exec(attributeOf(node, 'style'))?.[1]
  if (custom) return saying(custom === 'true')
  const name = dataNames.find((one) => hasAttribute(node, one))
  if (!name) return null
  const value = attributeOf(node, name).trim().toLowerCase()
  // Obsidian writes the letter between the brackets: a space or nothing is an open task.
  if (name === 'data-task') return saying(value !== '')
  const isTicked = Object.hasOwn(truths, value) ? truths[value] : undefined
  return isTicked === undefined ? null : saying(isTicked)
}

const tickedClass =
  /^(?:checked|is-checked|task-done|done|completed|todo-checked|listtype-taskdone\d*|checkbox-checked|to-do-checked)$/i
const untickedClass =
  /^(?:unchecked|not-checked|task-todo|todo-unchecked|listtype-task\d*|checkbox-unchecked|to-do-unchecked)$/i

function classSign(node: PastedNode): CheckSign | null {
  if (nameOf(node) !== 'LI') return null
  const classes = classesOf(node)
  if (classes.some((one) => tickedClass.test(one))) return ticked
  return classes.some((one) => untickedClass.test(one)) ? unticked : null
}

/** A list of tasks: an item in it that does not say that it is done is not. */
const taskList =
  /^(?:checklist|check-list|inline-task-list|task-list|tasklist|todo-list|to-do-list|apple-check-?list)$/i

function listClassSign(list: PastedNode): CheckSign | null {
  const classes = classesOf(list)
  if (classes.some((one) => /^listtype-taskdone/i.test(one))) return ticked
  return classes.some((one) => taskList.test(one)) || attributeOf(list, 'data-type') === 'taskList' ? unticked : null
}

/** Whether a box stands in an item itself, and not only in a list inside it. */
const holdsBox = (item: PastedNode): boolean =>
  [...item.childNodes].some((child) => {
    if (nameOf(child) === 'UL' || nameOf(child) === 'OL') return false
    return boxSign(child) !== null || holdsBox(child)
  })
