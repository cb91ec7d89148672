// The recovery code as people read and type it: groups of five, with dashes between them.
import { latinDigits } from '#shared/domain/text.ts'

const groupLength = 5
const groupCount = 7
/** The characters of a whole code, without dashes. */
const codeLength = groupLength * groupCount

const significant = (typed: string) =>
  latinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]+/gu, '')

/** The groups of a code, each of five characters but the last one that is being typed. */
export function codeGroups(typed: string): readonly string[] {
  const characters = Array.from(significant(typed))
  return Array.from({ length: Math.ceil(characters.length / groupLength) }, (_, group) =>
    characters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  )
}

/**
 * A code in groups as it is being typed, and where the caret is then.
 * @param typed what the box holds after a key
 * @param caret the caret's place in it, in UTF-16 units
 */
export function groupedCode(typed: string, caret: number): { text: string; caret: number } {
  const text = codeGroups(typed).join('-')
  const before = significant(typed.slice(0, caret)).length
  // At the end of a whole group the caret goes behind the dash only where a dash is.
  return { text, caret: Math.min(text.length, before + Math.floor(Math.max(0, before - 1) / groupLength)) }
}

/** How much of the code is typed: too little, all of it, or too much. */
export function codeCompleteness(typed: string): 'partial' | 'complete' | 'too long' {
  const length = Array.from(significant(typed)).length
  if (length === codeLength) return 'complete'
  return length < codeLength ? 'partial' : 'too long'
}

/** The place of a group (from 1) in a grouped text, to select it. */
export const groupRange = (group: number): readonly [from: number, to: number] => {
  const from = (group - 1) * (groupLength + 1)
  return [from, from + groupLength]
}

/** A group (from 1) to be typed as a check. @param random from 0 up to, but not including, 1 */
export const groupToCheck = (random: number): number => 1 + Math.floor(random * groupCount)

export type GroupCheck = 'right' | 'empty' | 'whole code' | 'another group' | 'wrong'

/** What is typed for one group (from 1) of a code. Case, spaces and dashes do not matter; O is 0, I and L are 1. */
export function checkGroup(code: string, group: number, typed: string): GroupCheck {
  const given = alike(typed)
  if (given === '') return 'empty'
  const groups = codeGroups(code).map(alike)
  if (given === groups[group - 1]) return 'right'
  if (given.length > groupLength) return 'whole code'
  return groups.includes(given) ? 'another group' : 'wrong'
}

const alike = (typed: string) => significant(typed).replace(/O/gu, '0').replace(/[IL]/gu, '1')
