// What the map shows: under a finger one view at a time, as large as it goes; otherwise front and back at first.
import { useState } from 'react'
import { useTouchSizes } from '#renderer/ui/touch/touchSizes.ts'
import type { MapView } from './mapViews.ts'

/** Most of the work is on the back. */
const firstOfOne: MapView = 'posterior'

export function useMapView(): readonly [MapView, (view: MapView) => void] {
  const isTouch = useTouchSizes()
  const [chosen, choose] = useState<MapView>('body')
  return [isTouch && chosen === 'body' ? firstOfOne : chosen, choose]
}
