// What a note cannot hold of a clipboard, and the words of the line about it. They never quote the content.
import { andWords } from '#shared/domain/wordLists.ts'

const words = {
  picture: ['1 picture', 'pictures'],
  media: ['1 embedded item', 'embedded items'],
  comment: ['1 margin comment', 'margin comments'],
  footnote: ['1 footnote', 'footnotes'],
  hidden: ['hidden text', null],
  symbol: ['1 unknown symbol', 'unknown symbols'],
  field: ['1 form field', 'form fields'],
  address: ['1 link address', 'link addresses'],
  colour: ['colours', null],
  underline: ['underlining', null],
} as const satisfies Record<string, readonly [one: string, several: string | null]>

export type LeftOutKind = keyof typeof words

/** How often each kind was left out, without zeros. */
export type LeftOut = ReadonlyMap<LeftOutKind, number>

export class LeftOutCount {
  readonly #counts = new Map<LeftOutKind, number>()

  add(kind: LeftOutKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
  }

  get counts(): LeftOut {
    return this.#counts
  }
}

/** "2 pictures, hidden text and 1 footnote". */
export function leftOutWords(leftOut: LeftOut): string {
  const kinds = Object.keys(words) as LeftOutKind[]
  const parts = kinds.flatMap((kind) => {
    const count = leftOut.get(kind) ?? 0
    const [one, several] = words[kind]
    if (count === 0) return []
    return count === 1 || several === null ? one : `${count} ${several}`
  })
  return andWords(parts)
}
