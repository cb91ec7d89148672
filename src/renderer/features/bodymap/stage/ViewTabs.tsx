// The choice of what the map shows.
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { mapViews, type MapView } from './mapViews.ts'

interface Props {
  value: MapView
  onChange: (view: MapView) => void
}

export const ViewTabs = ({ value, onChange }: Props) => (
  <RadioTabs label="View" value={value} choices={mapViews} onChange={onChange} />
)
