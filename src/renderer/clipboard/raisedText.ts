// Raised and lowered letters as signs of their own: 10 with a raised 2 is 10², never 102.

const digits = (signs: string): readonly (readonly [string, string])[] => [...signs].map((sign, at) => [`${at}`, sign])

const raisedSigns: ReadonlyMap<string, string> = new Map([
  ...digits('⁰¹²³⁴⁵⁶⁷⁸⁹'),
  ...(Object.entries({
    '+': '⁺',
    '-': '⁻',
    '−': '⁻',
    '–': '⁻',
    '=': '⁼',
    '(': '⁽',
    ')': '⁾',
    n: 'ⁿ',
    i: 'ⁱ',
    x: 'ˣ',
  }) as [string, string][]),
])
const loweredSigns: ReadonlyMap<string, string> = new Map([
  ...digits('₀₁₂₃₄₅₆₇₈₉'),
  ...(Object.entries({ '+': '₊', '-': '₋', '−': '₋', '–': '₋', '=': '₌', '(': '₍', ')': '₎' }) as [string, string][]),
])

const ordinals = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'er',
  're',
  'e',
  'ème',
  'me',
  'de',
  'ste',
  'os',
  'as',
  'ra',
  'ro',
  'er.',
])
const ownSigns: Readonly<Record<string, string>> = { tm: '™', sm: '℠', r: '®', c: '©', o: 'º', a: 'ª' }

/**
 * A raised or lowered text written on the line.
 * @param before the character in front of it, or an empty text
 */
export function onTheLine(text: string, raised: 'up' | 'down', before: string): string {
  const words = text.trim()
  if (words === '') return text
  const around = (shown: string) => text.replace(words, () => shown)
  const signs = raised === 'up' ? raisedSigns : loweredSigns
  // Signs like ® and ° look the same on the line.
  if (!/[\p{L}\p{N}+=()−–-]/u.test(words)) return text
  if (raised === 'up') {
    if (/\d/.test(before) && ordinals.has(words.toLowerCase())) return text
    const own = ownSigns[words.toLowerCase()]
    if (own && (words.length > 1 || /[\p{L}\p{N}]/u.test(before))) return around(own)
  }
  const characters = [...words]
  if (characters.every((one) => signs.has(one))) return around(characters.map((one) => signs.get(one)).join(''))
  return around(`${raised === 'up' ? '^' : '_'}(${words})`)
}

interface Raisable {
  readonly text: string
  readonly raised: 'up' | 'down' | null
}

/**
 * The runs of a line with everything on the line. A raised number, a stroke and a lowered number are a fraction, set off
 * from a whole number before it.
 */
export function withoutRaised<R extends Raisable>(runs: readonly R[]): R[] {
  if (runs.every(({ raised, text }) => raised === null || text.trim() === '')) return runs.map(lowered)
  const isWholeLine = runs.every(({ raised, text }) => raised !== null || text.trim() === '')
  if (isWholeLine && runs.some(({ text }) => /\p{L}/u.test(text))) return runs.map(lowered)
  const done: R[] = []
  const joined = joinedRuns(runs)
  for (let at = 0; at < joined.length; at += 1) {
    const run = joined[at]
    if (!run) continue
    const before = lastCharacter(done)
    const fraction = fractionAt(joined, at)
    if (fraction) {
      done.push({ ...run, raised: null, text: `${/\d/.test(before) ? ' ' : ''}${fraction}` })
      at += 2
    } else done.push(run.raised ? { ...run, raised: null, text: onTheLine(run.text, run.raised, before) } : run)
  }
  return done
}

const lowered = <R extends Raisable>(run: R): R => (run.raised ? { ...run, raised: null } : run)

const lastCharacter = (runs: readonly Raisable[]) => [...(runs.at(-1)?.text ?? '')].at(-1) ?? ''

function fractionAt(runs: readonly Raisable[], at: number): string | null {
  const [above, stroke, below] = runs.slice(at, at + 3)
  const isNumber = (one: Raisable | undefined) => /^\s*\d+\s*$/.test(one?.text ?? '')
  if (above?.raised !== 'up' || !isNumber(above) || !isNumber(below)) return null
  if (!/^\s*[/⁄∕]\s*$/.test(stroke?.text ?? '')) return null
  const isLowered = below?.raised === 'down' || (/[⁄∕]/.test(stroke?.text ?? '') && below?.raised === null)
  return isLowered ? `${above.text.trim()}/${below?.text.trim() ?? ''}` : null
}

/** Neighbours that are raised alike are one: a program may part a number in two. */
function joinedRuns<R extends Raisable>(runs: readonly R[]): R[] {
  const joined: R[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && run.raised !== null && last.raised === run.raised)
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
