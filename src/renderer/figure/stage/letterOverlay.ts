// The letters R and L above the stage: made once for each figure and moved with it.
import { letterPlaces, usualInset, type SideLetters } from './letterPlaces.ts'
import type { Box, Size, Transform } from './stageGeometry.ts'

export interface PlacedFigure {
  /** Carries `data-left-letter`, `data-right-letter` or both, and `data-letter-inset`. */
  readonly element: HTMLElement
  /** At rest, on the stage. */
  readonly box: Box
}

export interface LetterOverlay {
  readonly setFigures: (figures: readonly PlacedFigure[]) => void
  readonly place: (transform: Transform, stage: Size) => void
  readonly clear: () => void
}

/** @param ground the element that the letters are put into; its corner is the stage's corner */
export function letterOverlay(ground: HTMLElement): LetterOverlay {
  let figures: readonly { readonly letters: SideLetters; readonly box: Box }[] = []
  const elements: HTMLElement[] = []

  const elementAt = (index: number): HTMLElement => {
    const there = elements[index]
    if (there) return there
    const made = document.createElement('span')
    ground.append(made)
    elements.push(made)
    return made
  }

  return {
    setFigures(placed) {
      figures = placed.flatMap(({ element, box }) => {
        const letters = lettersOf(element)
        return letters ? [{ letters, box }] : []
      })
    },
    place(transform, stage) {
      const places = figures.flatMap(({ letters, box }) => letterPlaces(letters, box, transform, stage))
      for (const [index, { letter, x, y, beyond }] of places.entries()) {
        const element = elementAt(index)
        if (element.textContent !== letter) element.textContent = letter
        if ((element.dataset.beyond ?? null) !== beyond) {
          if (beyond) element.dataset.beyond = beyond
          else delete element.dataset.beyond
        }
        element.hidden = false
        element.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`
      }
      for (const element of elements.slice(places.length)) element.hidden = true
    },
    clear() {
      ground.replaceChildren()
      elements.length = 0
    },
  }
}

function lettersOf({ dataset: { leftLetter, rightLetter, letterInset } }: HTMLElement): SideLetters | null {
  if (!leftLetter && !rightLetter) return null
  return { left: leftLetter || null, right: rightLetter || null, inset: Number(letterInset ?? usualInset) }
}
