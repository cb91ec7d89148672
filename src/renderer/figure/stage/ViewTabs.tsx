// The choice of what the map shows.
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
