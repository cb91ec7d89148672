// Whether colours distinguished words: red values, a highlighted line. Links have a colour of their own and do not count.
import { isVivid, isWhite, type Colour } from './colour.ts'
import type { Look } from './look.ts'

const keyOf = ({ red, green, blue }: Colour) => `${red} ${green} ${blue}`

export class Tones {
  readonly #letters = new Set<string>()
  readonly #papers = new Set<string>()
  #isVivid = false

  see({ colour, background }: Look): void {
    this.#letters.add(colour ? keyOf(colour) : '')
    this.#papers.add(background && !isWhite(background) ? keyOf(background) : '')
    this.#isVivid ||= (colour !== null && isVivid(colour)) || (background !== null && isVivid(background))
  }

  /** A text of a single colour has no meaning in it. */
  get distinguishWords(): boolean {
    return this.#isVivid && (this.#letters.size > 1 || this.#papers.size > 1)
  }
}
