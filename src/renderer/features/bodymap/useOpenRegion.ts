// Which region of the map is being edited, where it lies, and where the focus goes back to.
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import { forgetHalfMade, halfMadeFinding } from './halfMadeFinding.ts'

interface OpenRegion {
  readonly view: View
  readonly regionId: RegionId
  /** The finding to begin with; null for a new one. */
  readonly findingId: string | null
  /** The region's place on the map, in CSS pixels. */
  readonly box: { left: number; top: number; width: number; height: number }
}

interface Opening {
  /** Ref for the element that holds the views. */
  readonly map: RefObject<HTMLDivElement | null>
  readonly open: OpenRegion | null
  /** Opens a region's editor; the focus comes back to `returnTo`. Does nothing while the region is out of sight. */
  readonly openAt: (view: View, regionId: RegionId, findingId: string | null, returnTo: Element) => void
  readonly close: () => void
}

const regionSelector = (view: View, regionId: RegionId) =>
  `[aria-label="Body map, ${view}"] [data-region="${CSS.escape(regionId)}"]`

/** The open region of a session's map. After a lock or a restart it is the one that was being filled in. */
export function useOpenRegion(sessionId: string): Opening {
  const map = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  const [open, setOpen] = useState<OpenRegion | null>(null)

  const openAt = useCallback((view: View, regionId: RegionId, findingId: string | null, returnTo: Element) => {
    const region = map.current?.querySelector(regionSelector(view, regionId))
    if (!region || !map.current) return
    const ground = map.current.getBoundingClientRect()
    const { left, top, width, height } = region.getBoundingClientRect()
    if (width === 0) return
    opener.current = returnTo
    const box = { left: left - ground.left, top: top - ground.top, width, height }
    setOpen({ view, regionId, findingId, box })
  }, [])

  const close = useCallback(() => {
    setOpen(null)
    forgetHalfMade(sessionId)
    const element = opener.current
    if (element?.isConnected && (element instanceof HTMLElement || element instanceof SVGElement)) element.focus()
  }, [sessionId])

  useEffect(() => {
    const kept = halfMadeFinding(sessionId)
    const region = kept && map.current?.querySelector(regionSelector(kept.view, kept.regionId))
    if (kept && region) openAt(kept.view, kept.regionId, null, region)
  }, [sessionId, openAt])

  return { map, open, openAt, close }
}
