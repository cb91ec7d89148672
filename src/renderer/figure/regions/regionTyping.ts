// Going to a region by typing the beginning of its name, as in a long menu.
import type { Region, RegionId } from '#shared/domain/bodymap/regions.ts'
import { foldText } from '#shared/domain/folding.ts'

/**
 * The next region with a word that begins with what was typed: after the current one, then from the top again.
 * Where no region matches, the next one with a muscle that does. One letter again and again steps through its regions.
 * @param regions of the view, in the order of the catalogue
 * @param typed the letters so far
 */
export function regionByTyping(
  regions: readonly Region[],
  current: RegionId | null,
  typed: string,
): Region | undefined {
  const letters = foldText(typed)
  if (letters === '') return undefined
  const isRepeated = [...letters].every((letter) => letter === letters[0])
  const wanted = isRepeated ? letters.slice(0, 1) : letters
  const at = regions.findIndex((region) => region.id === current)
  // A longer word may still be the region that its first letters have found.
  const from = isRepeated ? at + 1 : Math.max(at, 0)
  const inOrder = [...regions.slice(from), ...regions.slice(0, from)]
  const begins = (region: Region) => ` ${foldText(`${region.side} ${region.name}`)}`.includes(` ${wanted}`)
  const beginsName = (region: Region) => foldText(region.name).startsWith(wanted)
  const beginsMuscle = ({ structures }: Region) =>
    structures.some(({ name, synonyms }) =>
      [name, ...synonyms].some((one) => ` ${foldText(one)}`.includes(` ${wanted}`)),
    )
  return inOrder.find(beginsName) ?? inOrder.find(begins) ?? inOrder.find(beginsMuscle)
}

/** Whether a space goes on with the typing instead of marking: after a side, as in "left lumbar". */
export const isSideTyped = (typed: string): boolean => ['left', 'right'].includes(foldText(typed))
