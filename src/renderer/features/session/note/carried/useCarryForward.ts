// A draft's taking over, for everything on its screen: sections, lists, the card of the last visit, the footer.
import { createContext, useContext, useEffect, useState } from 'react'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import {
  carryFindings,
  confirmFindings,
  giveBackFindings,
  type SessionMarks,
} from '#renderer/features/bodymap/index.ts'
import { mapPlaces } from '#renderer/figure/index.ts'
import { usePlaces, type Places } from '#renderer/ui/places.tsx'
import { useLatest } from '#renderer/ui/useLatest.ts'
import { listNames, partOfList, type ListName, type SessionLists } from '../../draft/sessionLists.ts'
import { createCarryForward, type PartOnScreen, type CarryForward } from './carryForward.ts'
import { dateOfVisit } from './lastTimeText.ts'

const CarryForwardContext = createContext<CarryForward | null>(null)
export const CarryForwardProvider = CarryForwardContext.Provider

/** The carry-forward of the draft on screen; null where nothing is taken over, as in an addendum. */
export const useCarryForward = (): CarryForward | null => useContext(CarryForwardContext)

/** What a draft's taking over writes into, besides the sections. */
interface Parts {
  readonly sessionId: string
  readonly marks: SessionMarks
  readonly lists: SessionLists
}

/**
 * Creates the carry-forward of a draft, with the map's findings and the two lists as parts; sections register themselves.
 * @returns the same object across renders
 */
export function useNewCarryForward(parts: Parts): CarryForward {
  const { sessionId, marks, lists } = parts
  const latest = useLatest(marks)
  const places = usePlaces()
  const [carry] = useState(() => createCarryForward(places))
  useEffect(
    () =>
      carry.attach(
        'map',
        findingsPart(sessionId, places, () => latest.current),
      ),
    [carry, latest, places, sessionId],
  )
  const { findings } = marks.marks
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the findings are what has changed
  useEffect(() => carry.changed(), [carry, findings])
  useEffect(() => {
    const ends = [
      ...listNames.map((list) => carry.attach(partOfList[list], listPart(list, lists, places))),
      lists.subscribe(carry.changed),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [carry, lists, places])
  return carry
}

const isUnconfirmed = ({ isConfirmed }: Finding) => !isConfirmed

function findingsPart(sessionId: string, places: Places, marks: () => SessionMarks): PartOnScreen {
  const unconfirmed = () => marks().now().findings.filter(isUnconfirmed)
  return {
    takeOver(visit) {
      const fresh = carryFindings(marks(), mapAt(visit.findings, 'after'), sessionId)
      return fresh.length === 0 ? null : () => giveBackFindings(marks(), fresh)
    },
    isUnconfirmed: () => marks().now().findings.some(isUnconfirmed),
    confirm: () => confirmFindings(marks(), unconfirmed()),
    show: () => void places.focus(mapPlaces.unconfirmed),
  }
}

function listPart(list: ListName, lists: SessionLists, places: Places): PartOnScreen {
  return {
    takeOver(visit) {
      const date = dateOfVisit(visit)
      const before = lists.now(list)
      const entries = list === 'technique' ? visit.techniques : visit.homework
      const texts = entries.map(({ text }) => text).filter((text) => !before.some((item) => item.text === text))
      if (texts.length === 0) return null
      lists.takeOver(list, texts, date)
      const isFromThere = (text: string, carriedFrom: string | null) => carriedFrom === date && texts.includes(text)
      return () =>
        lists.set(
          list,
          lists.now(list).filter(({ text, carriedFrom }) => !isFromThere(text, carriedFrom)),
        )
    },
    isUnconfirmed: () => lists.now(list).some(({ carriedFrom }) => carriedFrom !== null),
    confirm: () => lists.confirm(list),
    show: () => void places.focus(partOfList[list]),
  }
}
