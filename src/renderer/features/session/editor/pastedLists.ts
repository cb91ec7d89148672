// Word's lists: paragraphs that only look like a list, turned back into a real, nested one.
import type { PastedNode } from './pastedInline.ts'

export interface WordListItem {
  /** 1 for the outermost list. */
  readonly level: number
  readonly tag: 'ul' | 'ol'
  /** The number that Word drew, for the first item of a numbered list. */
  readonly start: number
}

/** What Word says of a paragraph that it shows as a list item, or null for any other paragraph. */
export function wordListItem(node: PastedNode): WordListItem | null {
  const style = node.getAttribute?.('style') ?? ''
  const place = /mso-list\s*:\s*l\d+\s+level(\d+)/i.exec(style)
  if (!place) return null
  const bullet = bulletText(node).trim()
  const isNumbered = /^\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]/i.test(bullet)
  return {
    level: Math.min(Math.max(Number(place[1]), 1), 9),
    tag: isNumbered ? 'ol' : 'ul',
    start: Number.parseInt(bullet.replace(/^\(/, ''), 10) || 1,
  }
}

/** The text of the span in which Word draws the bullet or number. */
function bulletText(node: PastedNode): string {
  if (/mso-list\s*:\s*ignore/i.test(node.getAttribute?.('style') ?? '')) return node.textContent ?? ''
  for (const child of node.childNodes) {
    const text = bulletText(child)
    if (text) return text
  }
  return ''
}

interface OpenList extends WordListItem {
  readonly items: string[]
}

/** Collects consecutive items of any level into nested lists. */
export class ListBuilder {
  #open: OpenList[] = []
  #done = ''

  add(item: WordListItem, html: string): void {
    while (this.#top && this.#top.level > item.level) this.#close()
    if (this.#top && this.#top.level === item.level && this.#top.tag !== item.tag) this.#close()
    if (!this.#top || this.#top.level < item.level) this.#open.push({ ...item, items: [] })
    this.#top?.items.push(`<p>${html}</p>`)
  }

  /** The lists collected so far as HTML, and an empty builder. */
  finish(): string {
    while (this.#top) this.#close()
    const html = this.#done
    this.#done = ''
    return html
  }

  get #top(): OpenList | undefined {
    return this.#open.at(-1)
  }

  #close(): void {
    const list = this.#open.pop()
    if (!list) return
    const start = list.tag === 'ol' && list.start > 1 ? ` start="${list.start}"` : ''
    const html = `<${list.tag}${start}>${list.items.map((item) => `<li>${item}</li>`).join('')}</${list.tag}>`
    const outer = this.#top
    if (!outer) this.#done += html
    else outer.items.push(`${outer.items.pop() ?? '<p></p>'}${html}`)
  }
}
