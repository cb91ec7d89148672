// Pictures that stand for characters: what mail and chat programs draw in the place of an emoji.
import { attributeOf, classesOf, nameOf, textOf, type PastedNode } from './pastedNode.ts'

const emojiAttributes = [
  'data-emoji',
  'data-plain-text',
  'data-stringify-emoji',
  'data-stringify-text',
  'alt',
  'aria-label',
  'title',
]

/** Characters that belong to the emoji before them: joiners, shapes, skin tones, tags. */
const isJoined = (character: string) =>
  /\u200d|\ufe0f|\s/.test(character) || /\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]/u.test(character)
const isPictograph = (character: string) => /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)
const isKeycap = (text: string) => /^[#*\d]\ufe0f?\u20e3$/.test(text)

const isEmoji = (text: string) =>
  isKeycap(text) || (isPictograph(text) && [...text].every((one) => isPictograph(one) || isJoined(one)))
const isShortName = (text: string) => /^:[\w+-]+:(?::skin-tone-\d:)?$/.test(text)
const isSigns = (text: string) => text.length <= 12 && !/[\p{L}\p{N}]/u.test(text)

/** The characters that a picture stands for, or null for a picture. */
export function pictureText(node: PastedNode): string | null {
  const named = emojiAttributes.map((name) => attributeOf(node, name).trim()).filter(Boolean)
  const emoji = named.find(isEmoji) ?? named.find(isShortName) ?? named.find(isSigns)
  if (emoji) return emoji
  const [words] = named
  const isDrawnEmoji =
    classesOf(node).some((one) => /emoji|emoticon|smiley/i.test(one)) || /emoji/i.test(attributeOf(node, 'itemtype'))
  return isDrawnEmoji && words ? `(${words})` : null
}

// Names that programs give to any picture, and those of files.
const anyPicture =
  /^(?:an? )?(?:image|picture|photo|photograph|logo|icon|avatar|screenshot|figure|graphic|thumbnail|spacer|loading|attachment|profile (?:photo|picture))\b|\.[a-z]{3,4}$|^https?:|^(?:img|dsc|image)[_-]?\d/i
const longestWords = 30

/** The few words that say what a small picture means, such as the "Yes" of a tick; empty where there are none. */
export function pictureWords(node: PastedNode): string {
  const title = [...node.childNodes].find((child) => nameOf(child) === 'TITLE')
  const named = ['alt', 'aria-label', 'title'].map((name) => attributeOf(node, name))
  const [words = ''] = [...named, title ? textOf(title) : '']
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  return words.length <= longestWords && /[\p{L}\p{N}]/u.test(words) && !anyPicture.test(words) ? words : ''
}

/** Whether an element is drawn as a picture, with a name in the place of words. */
export const isNamedPicture = (node: PastedNode): boolean =>
  attributeOf(node, 'role') === 'img' && textOf(node).trim() === ''

/** Invisible pictures: tracking pixels of mails. */
export function isSpeck(node: PastedNode): boolean {
  const isPoint = (name: string) => /^[0-2](?:px)?$/.test(attributeOf(node, name))
  return isPoint('width') || isPoint('height')
}
