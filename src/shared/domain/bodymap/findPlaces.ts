// Finding a region or a muscle by typing a few letters of any of its names, and writing it in a sentence.
import { foldText } from '../folding.ts'
import { listWords } from '../wordLists.ts'
import type { View } from './figure.ts'
import { everydayNames } from './regionData/everydayNames.ts'
import { bestViews } from './regionViews.ts'
import { regionById, regions, structureOfId, structures, type Region, type RegionId, type Side } from './regions.ts'
import { regionsInWords } from './treatment.ts'

export interface Place {
  readonly kind: 'region' | 'structure'
  /** The structure's id, or the region's id without its side. */
  readonly id: string
  /** "Piriformis". */
  readonly label: string
  /** Where it lies or its other names: "in right and left piriformis, gluteus maximus". */
  readonly detail: string
  /** All regions in which it lies, of both sides; only those of a side that the query names. From head to foot. */
  readonly regionIds: readonly RegionId[]
  /** The views that show them; the one that shows most first. */
  readonly views: readonly View[]
}

/** Words of one name. The lower the rank, the more it is the place's own name. */
interface Term {
  readonly words: readonly string[]
  readonly joined: string
  readonly rank: 0 | 1 | 2
}

interface Entry {
  readonly kind: Place['kind']
  readonly id: string
  readonly name: string
  readonly regionIds: readonly RegionId[]
  readonly terms: readonly Term[]
}

/** How well a word of the query fits a word of a name; the lower the better. */
const fits = { whole: 0, beginning: 1, inside: 3, mistyped: 6 } as const

/** Shorter words with a letter wrong are too often other words. */
const shortestMistyped = 5
const mostPlaces = 24
const mostNamesInDetail = 3

/**
 * The regions and structures that a query could mean, the likeliest first. Every word of it must fit a word of the
 * place's names: wholly, as its beginning, inside it, or with one letter wrong in words of five letters or more. Case,
 * accents and hyphens don't matter. "left" or "right" narrows the result to that side.
 * @param query what was typed; empty for none
 * @returns at most 24 places
 */
export function findPlaces(query: string): readonly Place[] {
  const { words, side } = read(query)
  if (words.length === 0) return []
  const asTyped = scored(words, fitAsTyped)
  return (asTyped.length > 0 ? asTyped : scored(words, fitMistyped))
    .toSorted((one, other) => one.score - other.score || one.order - other.order)
    .slice(0, mostPlaces)
    .flatMap(({ entry }) => placeOf(entry, side))
}

const sideWords: ReadonlyMap<string, Side> = new Map([
  ['right', 'right'],
  ['r', 'right'],
  ['left', 'left'],
  ['l', 'left'],
])

function read(query: string): { readonly words: readonly string[]; readonly side: Side | null } {
  const all = wordsOf(query)
  const rest = all.filter((word) => !sideWords.has(word))
  // A side by itself is the beginning of a name: "l" of latissimus.
  if (rest.length === 0) return { words: all, side: null }
  return { words: rest, side: all.map((word) => sideWords.get(word)).find(Boolean) ?? null }
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** How well a word fits, or Infinity. */
type Fit = (typed: string, word: string) => number

function fitAsTyped(typed: string, word: string): number {
  if (word === typed || word === `${typed}s` || typed === `${word}s`) return fits.whole
  if (word.startsWith(typed)) return fits.beginning
  return typed.length >= 4 && word.includes(typed) ? fits.inside : Infinity
}

function fitMistyped(typed: string, word: string): number {
  const fit = fitAsTyped(typed, word)
  if (fit !== Infinity || typed.length < shortestMistyped) return fit
  const isNear = [-1, 0, 1].some((more) => isOneOff(typed, word.slice(0, typed.length + more)))
  return isNear || isOneOff(typed, word) ? fits.mistyped : Infinity
}

/** Whether one letter more, less, other, or two swapped make one word the other. */
function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  let end = 0
  while (end < Math.min(one.length, other.length) - from && one.at(-1 - end) === other.at(-1 - end)) end++
  const [left, right] = [one.slice(from, one.length - end), other.slice(from, other.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

function scored(words: readonly string[], fitOf: Fit) {
  return entries().flatMap((entry, order) => {
    const score = scoreOf(entry, words, fitOf)
    return score === Infinity ? [] : [{ entry, score, order }]
  })
}

/** The lower the likelier; Infinity if a word of the query fits none of the names. */
function scoreOf({ terms }: Entry, words: readonly string[], fitOf: Fit): number {
  const joined = words.join('')
  let best = Infinity
  let isInName = false
  for (const { words: named, joined: whole, rank } of terms) {
    // "ITband" and "it-band" are the same; so is a name typed up to the middle of its last word.
    const isBeginning = whole.startsWith(joined)
    const fit = isBeginning ? 0 : fitOfAll(words, named, fitOf)
    if (fit === Infinity) continue
    isInName ||= rank === 0
    const score = whole === joined ? 0 : (isBeginning ? 4 : 10 + fit * 2) + named.length / 10
    best = Math.min(best, score + rank * 2)
  }
  // Results for a part of the body are in the body's order, but "front of neck" before "suboccipitals".
  return isInName ? best - 0.5 : best
}

function fitOfAll(words: readonly string[], named: readonly string[], fitOf: Fit): number {
  let sum = 0
  for (const typed of words) {
    let least = Infinity
    for (const word of named) least = Math.min(least, fitOf(typed, word))
    if (least === Infinity) return Infinity
    sum += least
  }
  return sum
}

let built: readonly Entry[] | undefined

/** All places from head to foot, regions first. Built at the first search, not when the app starts. */
function entries(): readonly Entry[] {
  built ??= [...regionEntries(), ...structureEntries()]
  return built
}

const keyOf = ({ id, side }: Region) => (side === 'midline' ? id : id.slice(0, id.lastIndexOf('.')))

const term =
  (rank: Term['rank']) =>
  (name: string): Term => {
    const words = wordsOf(name)
    return { words, joined: words.join(''), rank }
  }

function regionEntries(): readonly Entry[] {
  const sidesOf = new Map<string, Region[]>()
  for (const region of regions) sidesOf.set(keyOf(region), [...(sidesOf.get(keyOf(region)) ?? []), region])
  return [...sidesOf].map(([id, [first, ...others]]) => {
    const { name, anatomicalName } = first as Region
    // The first part of an id is the part of the body: all neck regions are found by "neck".
    const [part = ''] = id.split('.')
    const also = [part, ...(everydayNames[id] ?? [])]
    return {
      kind: 'region',
      id,
      name,
      regionIds: [first as Region, ...others].map((region) => region.id),
      terms: [term(0)(name), ...also.map(term(1)), term(2)(anatomicalName)],
    }
  })
}

function structureEntries(): readonly Entry[] {
  const regionsOf = new Map<string, RegionId[]>(structures.map(({ id }) => [id, []]))
  for (const region of regions) for (const { id } of region.structures) regionsOf.get(id)?.push(region.id)
  return structures.map(({ id, name, synonyms }) => ({
    kind: 'structure',
    id,
    name,
    regionIds: regionsOf.get(id) ?? [],
    terms: [name, ...synonyms].map(term(0)),
  }))
}

function placeOf({ kind, id, name, regionIds: all }: Entry, side: Side | null): readonly Place[] {
  const regionIds = side === null ? all : all.filter((regionId) => regionById(regionId)?.side === side)
  if (regionIds.length === 0) return []
  return [
    {
      kind,
      id,
      label: name.charAt(0).toUpperCase() + name.slice(1),
      detail: kind === 'region' ? regionDetail(regionIds) : `in ${regionList(regionIds)}`,
      regionIds,
      views: bestViews(regionIds),
    },
  ]
}

/** "right and left · trapezius, descending part". */
function regionDetail(regionIds: readonly RegionId[]): string {
  const found = regionIds.flatMap((id) => regionById(id) ?? [])
  const sides = found.map(({ side }) => side).filter((side) => side !== 'midline')
  return [sides.join(' and '), found[0]?.anatomicalName].filter(Boolean).join(' · ')
}

/** "right and left piriformis, gluteus maximus": the sides once where they are the same for all; the first few regions. */
function regionList(regionIds: readonly RegionId[]): string {
  const found = regionIds.flatMap((id) => regionById(id) ?? [])
  const names = [...new Set(found.map(({ name }) => name))]
  const shown = names.slice(0, mostNamesInDetail)
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
  const sides = new Set(found.map(({ side }) => side))
  const list = sides.has('midline')
    ? regionsInWords(found.filter(({ name }) => shown.includes(name)).map(({ id }) => id))
    : `${[...sides].join(' and ')} ${listWords(shown)}`
  return list + more
}

/**
 * "upper trapezius", "IT band", "piriformis"; with its side where the search named one: "left piriformis".
 * @param place as `findPlaces` gives it
 */
export function placeInSentence({ kind, id, label, regionIds }: Place): string {
  const found = regionIds.flatMap((regionId) => regionById(regionId) ?? [])
  const name = (kind === 'structure' ? structureOfId(id)?.name : found[0]?.name) ?? label
  const sides = new Set(found.map(({ side }) => side))
  const [side] = sides
  return sides.size === 1 && side !== undefined && side !== 'midline' ? `${side} ${name}` : name
}
