// Which layers lie on the map besides the findings.
import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconStack2 } from '@tabler/icons-react'
import classes from '../BodyMap.module.css'
import rail from './ToolRail.module.css'

export const layerNames = {
  lastVisit: 'Last visit',
  treated: 'Treated areas',
  strokes: 'Strokes',
  safety: 'No-go areas',
} as const
export type Layer = keyof typeof layerNames
export type Layers = Readonly<Record<Layer, boolean>>

interface Props {
  layers: Layers
  onChange: (layers: Layers) => void
}

export const LayersMenu = ({ layers, onChange }: Props) => (
  <Menu position="right-end" shadow="md" closeOnItemClick={false}>
    <Menu.Target>
      <UnstyledButton className={rail.tool}>
        <IconStack2 size={18} stroke={1.7} aria-hidden />
        Layers
      </UnstyledButton>
    </Menu.Target>
    <Menu.Dropdown className={classes.dropdown ?? ''}>
      {(Object.keys(layerNames) as Layer[]).map((layer) => (
        <Menu.Item
          key={layer}
          role="menuitemcheckbox"
          aria-checked={layers[layer]}
          leftSection={<IconCheck size={14} aria-hidden style={{ visibility: layers[layer] ? 'visible' : 'hidden' }} />}
          onClick={() => onChange({ ...layers, [layer]: !layers[layer] })}
        >
          {layerNames[layer]}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
