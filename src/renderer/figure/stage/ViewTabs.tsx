// The choice of what the map shows. Under a finger it is one view at a time, as large as it goes.
import { useState } from 'react'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { useTouchSizes } from '#renderer/ui/touch/touchSizes.ts'
import { mapViews, type MapView } from './mapViews.ts'

interface Props {
  value: MapView
  onChange: (view: MapView) => void
}

/** Two figures side by side would be too small for a finger. */
const oneAtATime = mapViews.filter(({ id }) => id !== 'body')

export function ViewTabs({ value, onChange }: Props) {
  const isTouch = useTouchSizes()
  return <RadioTabs label="View" value={value} choices={isTouch ? oneAtATime : mapViews} onChange={onChange} />
}

/** Most of the work is on the back. */
const firstOfOne: MapView = 'posterior'

/** What is shown, and how it is chosen: front and back at first, or the back alone under a finger. */
export function useMapView(): readonly [MapView, (view: MapView) => void] {
  const isTouch = useTouchSizes()
  const [chosen, choose] = useState<MapView>('body')
  return [isTouch && chosen === 'body' ? firstOfOne : chosen, choose]
}
