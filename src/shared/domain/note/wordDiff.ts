// What differs between two texts, word by word: how an amendment shows the old words beside the new ones.
import { commonEnds, lengthWhile, wordPattern } from './sameWords.ts'

/** A run of text that both have, or that only the old or only the new one has. */
export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** The most words that may differ; texts with more are shown as different as a whole. */
export const mostDifferences = 2000

// A word, a run of white space, or any other character by itself.
const tokenPattern = new RegExp(`${wordPattern.source}|\\s+|[^]`, 'gu')

const tokensOf = (text: string): readonly string[] => text.match(tokenPattern) ?? []

/**
 * The differences between two texts in their order. The same and the removed pieces together are the old text to the
 * letter, the same and the added ones the new text; of what was replaced the removed piece comes first. No two pieces of
 * a kind stand side by side, and no piece is empty.
 *
 * The fewest words differ (Myers, An O(ND) difference algorithm, 1986) as long as these are no more than
 * {@link mostDifferences}; otherwise all between the common beginning and end counts as replaced.
 */
export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  const { start, end } = commonEnds(old, fresh)
  const steps = [
    ...old.slice(0, start).map(same),
    ...changesBetween(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...old.slice(old.length - end).map(same),
  ]
  return readable(pieces(steps))
}

const same = (text: string): DiffPiece => ({ kind: 'same', text })
const removed = (text: string): DiffPiece => ({ kind: 'removed', text })
const added = (text: string): DiffPiece => ({ kind: 'added', text })

/** One step for each token, by the shortest way from the old ones to the new ones. */
function changesBetween(old: readonly string[], fresh: readonly string[]): readonly DiffPiece[] {
  const trail = shortestTrail(old, fresh)
  if (trail === null) return [...old.map(removed), ...fresh.map(added)]
  const backwards: DiffPiece[] = []
  let [x, y] = [old.length, fresh.length]
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const reach = trail[edits] ?? new Int32Array(1)
    const diagonal = x - y
    const isDown = diagonal === -edits || (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1))
    const fromX = at(reach, isDown ? diagonal + 1 : diagonal - 1)
    // Where the run of same words begins that led here, after the one word that differs.
    const startX = edits === 0 ? 0 : isDown ? fromX : fromX + 1
    for (; x > startX; x--, y--) backwards.push(same(old[x - 1] ?? ''))
    if (edits === 0) break
    if (isDown) backwards.push(added(fresh[--y] ?? ''))
    else backwards.push(removed(old[--x] ?? ''))
  }
  return backwards.toReversed()
}

/** How far each diagonal reaches, kept in an array around its middle. */
const at = (reach: Int32Array, diagonal: number): number => reach[diagonal + (reach.length - 1) / 2] ?? -1

/**
 * How far every diagonal reached before each number of edits, until both texts are used up.
 * @returns null when more words differ than {@link mostDifferences}
 */
function shortestTrail(old: readonly string[], fresh: readonly string[]): readonly Int32Array[] | null {
  const most = Math.min(old.length + fresh.length, mostDifferences)
  const middle = most + 1
  const reach = new Int32Array(2 * middle + 1)
  const trail: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    trail.push(reach.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = reach[middle + diagonal - 1] ?? 0
      const right = reach[middle + diagonal + 1] ?? 0
      let x = diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1
      let y = x - diagonal
      while (x < old.length && y < fresh.length && old[x] === fresh[y]) {
        x += 1
        y += 1
      }
      reach[middle + diagonal] = x
      if (x >= old.length && y >= fresh.length) return trail
    }
  }
  return null
}

/** Steps of one kind side by side become one piece; between two same pieces what was removed comes first. */
function pieces(steps: readonly DiffPiece[]): readonly DiffPiece[] {
  const result: DiffPiece[] = []
  let change = { removed: '', added: '' }
  const closeChange = () => {
    if (change.removed !== '') result.push(removed(change.removed))
    if (change.added !== '') result.push(added(change.added))
    change = { removed: '', added: '' }
  }
  for (const { kind, text } of steps) {
    if (kind !== 'same') change = { ...change, [kind]: change[kind] + text }
    else {
      closeChange()
      const last = result.at(-1)
      if (last?.kind === 'same') result[result.length - 1] = same(last.text + text)
      else result.push(same(text))
    }
  }
  closeChange()
  return result
}

/**
 * An unchanged piece without a word between two changes is counted to both: readers see one change, not three. White
 * space that both sides of a change begin or end with is the same again.
 */
function readable(found: readonly DiffPiece[]): readonly DiffPiece[] {
  const merged = pieces(
    found.flatMap((piece, index) => {
      const isWordless = piece.kind === 'same' && !/[\p{L}\p{N}]/u.test(piece.text)
      const isBetween = index > 0 && index < found.length - 1
      return isWordless && isBetween && !piece.text.includes('\n') ? [removed(piece.text), added(piece.text)] : [piece]
    }),
  )
  return pieces(
    merged.flatMap((piece, index) => {
      const next = merged[index + 1]
      if (piece.kind === 'removed' && next?.kind === 'added') return withoutCommonSpace(piece.text, next.text)
      return piece.kind === 'added' && merged[index - 1]?.kind === 'removed' ? [] : [piece]
    }),
  )
}

function withoutCommonSpace(old: string, fresh: string): readonly DiffPiece[] {
  const shorter = Math.min(old.length, fresh.length)
  const isSpace = (letter: string | undefined) => letter !== undefined && /\s/u.test(letter)
  const start = lengthWhile(shorter, (place) => isSpace(old[place]) && old[place] === fresh[place])
  const end = lengthWhile(
    shorter - start,
    (place) => isSpace(old.at(-1 - place)) && old.at(-1 - place) === fresh.at(-1 - place),
  )
  return [
    same(old.slice(0, start)),
    removed(old.slice(start, old.length - end)),
    added(fresh.slice(start, fresh.length - end)),
    same(old.slice(old.length - end)),
  ].filter(({ text }) => text !== '')
}
