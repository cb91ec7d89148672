// Puts the blocks of a note together while a clipboard is read: paragraphs, headings, and Word's paragraphs that are lists.
import type { Block } from '#shared/domain/note/document.ts'
import { isCheckSign } from './checkSign.ts'
import { LineWriter, type Run } from './lineWriter.ts'
import { bullet, listsOf, paragraph, withWordsBefore, type Entry, type Marker } from './listMarkers.ts'

const signRun = (text: string): Run => ({
  text,
  bold: false,
  italic: false,
  struck: false,
  raised: null,
  spaces: 'collapse',
})

interface OpenList {
  readonly level: number
  readonly entries: { marker: Marker; blocks: Block[] }[]
}

export class NoteWriter {
  #blocks: Block[] = []
  #line = new LineWriter()
  #lists: OpenList[] = []
  /** Whether the current line has text. */
  #hasWords = false
  /** A sign that goes in front of the next words. */
  #sign: string | null = null
  readonly #isItem: boolean

  /** @param place in an item of a list, a sign waits for the item's words, however deep they are. */
  constructor(place: 'note' | 'item' = 'note') {
    this.#isItem = place === 'item'
  }

  write(run: Run): void {
    if (run.text.trim() !== '') {
      if (this.#sign !== null && !isCheckSign([...run.text.trim()][0] ?? ''))
        this.#line.write(signRun(`${this.#sign} `))
      this.#sign = null
      this.#hasWords = true
    }
    this.#line.write(run)
  }

  /** Writes the sign of a box: in front of the words that follow, or behind those that are there. */
  writeSign(sign: string): void {
    if (this.#hasWords) this.#line.write(signRun(` ${sign} `))
    else this.#sign = sign
  }

  break(): void {
    this.#writeLoneSign()
    this.#line.break()
  }

  /** Ends the paragraph that is being written. */
  endLine(form: { readonly heading?: 1 | 2 | 3 | null; readonly isQuoted?: boolean } = {}): void {
    if (!this.#isItem) this.#writeLoneSign()
    this.#hasWords = false
    const paragraphs = this.#line.finish().map(paragraph)
    if (paragraphs.length === 0) return
    this.#endLists()
    for (const block of paragraphs) {
      const content = block.type === 'paragraph' ? (block.content ?? []) : []
      if (form.heading) this.#blocks.push({ type: 'heading', attrs: { level: form.heading }, content })
      else this.#blocks.push(...(form.isQuoted ? withWordsBefore([block], '> ') : [block]))
    }
  }

  add(blocks: readonly Block[]): void {
    this.endLine()
    if (blocks.length === 0) return
    this.#endLists()
    for (const block of blocks) {
      const last = this.#blocks.at(-1)
      // Some programs write each item as a list of its own.
      if (last?.type === 'orderedList' && block.type === 'orderedList' && follows(block, last))
        last.content.push(...block.content)
      else this.#blocks.push(block)
    }
  }

  /** An item of a list that its source wrote as a paragraph; 1 is the outermost level. */
  addItem(level: number, entry: Entry): void {
    this.endLine()
    while ((this.#lists.at(-1)?.level ?? 0) > level) this.#endInnermost()
    if ((this.#lists.at(-1)?.level ?? 0) < level) this.#lists.push({ level, entries: [] })
    this.#lists.at(-1)?.entries.push({ marker: entry.marker, blocks: [...entry.blocks] })
  }

  finish(): Block[] {
    this.#writeLoneSign()
    this.endLine()
    this.#endLists()
    const blocks = this.#blocks
    this.#blocks = []
    return blocks
  }

  #writeLoneSign(): void {
    if (this.#sign !== null) this.#line.write(signRun(this.#sign))
    this.#sign = null
  }

  #endLists(): void {
    while (this.#lists.length > 0) this.#endInnermost()
  }

  #endInnermost(): void {
    const list = this.#lists.pop()
    if (!list) return
    const blocks = listsOf(list.entries)
    const outer = this.#lists.at(-1)
    if (!outer) this.#blocks.push(...blocks)
    else if (outer.entries.length === 0) outer.entries.push({ marker: bullet, blocks })
    else outer.entries.at(-1)?.blocks.push(...blocks)
  }
}

type Numbered = Extract<Block, { type: 'orderedList' }>

const follows = (next: Numbered, list: Numbered) =>
  (next.attrs?.start ?? 1) === (list.attrs?.start ?? 1) + list.content.length
