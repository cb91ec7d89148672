// Which region's editor is open, where it stands, and where the focus goes back to.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { regionElement } from '#renderer/figure/index.ts'
import { forgetHalfMade, halfMadeFinding, forgetNoGo, placeOfNoGo } from './halfMade.ts'

export interface EditorPlace {
  readonly view: View
  readonly phase: Phase
  /** Null while it is still to be chosen. */
  readonly regionId: RegionId | null
  /** The finding to begin with; null for a new one. */
  readonly findingId: string | null
  /** The exact spot of a new finding in figure units, or null. */
  readonly point: { readonly x: number; readonly y: number } | null
}

interface OpenRegion extends EditorPlace {
  /** The box that it is placed beside, in CSS pixels of the map. */
  readonly box: { left: number; top: number; width: number; height: number }
}

interface Opening {
  /** Ref for the element that holds the map. */
  readonly map: RefObject<HTMLDivElement | null>
  readonly open: OpenRegion | null
  /** Opens the editor beside an element; the focus comes back to what has it now. */
  readonly openAt: (place: EditorPlace, beside: Element) => void
  readonly close: () => void
}

/** The open region of a session's map. After a lock or a restart it is the one that was being filled in. */
export function useOpenRegion(sessionId: string): Opening {
  const map = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  const [open, setOpen] = useState<OpenRegion | null>(null)

  const openAt = useCallback((place: EditorPlace, beside: Element) => {
    if (!map.current) return
    const ground = map.current.getBoundingClientRect()
    const { left, top, width, height } = beside.getBoundingClientRect()
    opener.current = document.activeElement ?? beside
    setOpen({ ...place, box: { left: left - ground.left, top: top - ground.top, width, height } })
  }, [])

  const close = useCallback(() => {
    // Discarded; the notification quotes its text.
    forgetHalfMade(sessionId)
    forgetNoGo(sessionId)
    // At once: the element that gets the focus back may be hidden while the editor is open.
    flushSync(() => setOpen(null))
    const element = opener.current
    if (element?.isConnected && (element instanceof HTMLElement || element instanceof SVGElement)) element.focus()
  }, [sessionId])

  useEffect(() => {
    const noGo = placeOfNoGo(sessionId)
    const kept = halfMadeFinding(sessionId) ?? (noGo && { ...noGo, point: null })
    if (!kept || !map.current) return
    const { view, phase, regionId, point } = kept
    const region = regionElement(map.current, regionId)
    openAt({ view, phase, regionId: regionId || null, findingId: null, point }, region ?? map.current)
  }, [sessionId, openAt])

  return { map, open, openAt, close }
}
