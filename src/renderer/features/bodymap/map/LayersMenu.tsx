// Which layers lie on the map besides the findings.
import { Menu, UnstyledButton } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import paper from '#renderer/ui/paper.module.css'
import rail from './ToolRail.module.css'

export const layerNames = {
  lastVisit: 'Last visit',
  treated: 'Treated areas',
  strokes: 'Strokes',
  safety: 'No-go areas',
} as const
export type Layer = keyof typeof layerNames
export type Layers = Readonly<Record<Layer, boolean>>

/** The layers of a map that is opened. */
export const usualLayers: Layers = { lastVisit: false, treated: true, strokes: true, safety: true }

interface Props {
  layers: Layers
  onChange: (layers: Layers) => void
}

export const LayersMenu = ({ layers, onChange }: Props) => (
  <Menu position="right-end" shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
    <Menu.Target>
      <UnstyledButton className={rail.tool}>
        <IconStack2 size={18} stroke={1.7} aria-hidden />
        Layers
      </UnstyledButton>
    </Menu.Target>
    <Menu.Dropdown className={paper.floating ?? ''}>
      {(Object.keys(layerNames) as Layer[]).map((layer) => (
        <Menu.CheckboxItem
          key={layer}
          checked={layers[layer]}
          onChange={(isShown) => onChange({ ...layers, [layer]: isShown })}
        >
          {layerNames[layer]}
        </Menu.CheckboxItem>
      ))}
    </Menu.Dropdown>
  </Menu>
)
