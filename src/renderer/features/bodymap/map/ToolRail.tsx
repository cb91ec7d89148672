// The tools at the edge of the map. A tool stays until it is pressed again or another is chosen; Escape puts it away.
import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconEraser,
  IconHandStop,
  IconPencil,
  IconPoint,
  IconListDetails,
  type Icon,
} from '@tabler/icons-react'
import { modKey } from '#renderer/ui/keys.ts'
import { findingKinds } from '#shared/domain/bodymap/finding.ts'
import { ReadPopover } from '#renderer/ui/ReadPopover.tsx'
import { LayerLegend, Legend } from '#renderer/figure/index.ts'
import { LayersMenu, type Layers } from './LayersMenu.tsx'
import type { Tool } from '../marking/palette.ts'
import paper from '#renderer/ui/paper.module.css'
import classes from './ToolRail.module.css'

interface Props {
  tool: Tool
  onTool: (tool: Tool) => void
  canUndo: boolean
  canRedo: boolean
  onUndo: () => void
  onRedo: () => void
  layers: Layers
  onLayers: (layers: Layers) => void
}

const choices: readonly { tool: Tool; name: string; short: string; icon: Icon; hint: string }[] = [
  {
    tool: 'point',
    name: 'Point',
    short: 'Point',
    icon: IconPoint,
    hint: 'Point: an exact spot; drag to where it refers',
  },
  { tool: 'draw', name: 'Draw', short: 'Draw', icon: IconPencil, hint: 'Draw freehand in the colour of the kind' },
  { tool: 'erase', name: 'Erase', short: 'Erase', icon: IconEraser, hint: 'Erase strokes' },
  { tool: 'treat', name: 'Treated area', short: 'Treated', icon: IconHandStop, hint: 'Treated area: press and drag' },
]

export const ToolRail = ({ tool, onTool, canUndo, canRedo, onUndo, onRedo, layers, onLayers }: Props) => (
  <div className={classes.rail} role="toolbar" aria-label="Tools" aria-orientation="vertical">
    {choices.map(({ tool: id, name, short, icon: Glyph, hint }) => (
      <Tooltip key={id} label={hint} position="right" withArrow withinPortal={false} openDelay={350}>
        <UnstyledButton
          className={classes.tool}
          aria-label={name}
          aria-pressed={tool === id}
          onClick={() => onTool(tool === id ? 'mark' : id)}
        >
          <Glyph size={18} stroke={1.7} aria-hidden />
          <span aria-hidden>{short}</span>
        </UnstyledButton>
      </Tooltip>
    ))}
    <span className={classes.gap} />
    <RailButton name="Undo" hint={`Undo, ${modKey}+Z`} icon={IconArrowBackUp} isOff={!canUndo} onClick={onUndo} />
    <RailButton
      name="Redo"
      hint={`Redo, ${modKey}+Shift+Z`}
      icon={IconArrowForwardUp}
      isOff={!canRedo}
      onClick={onRedo}
    />
    <span className={classes.gap} />
    <LayersMenu layers={layers} onChange={onLayers} />
    <LegendButton />
  </div>
)

interface RailButtonProps {
  name: string
  hint: string
  icon: Icon
  isOff: boolean
  onClick: () => void
}

// Not `disabled`: the focus would be lost with the last step.
const RailButton = ({ name, hint, icon: Glyph, isOff, onClick }: RailButtonProps) => (
  <Tooltip label={hint} position="right" withArrow withinPortal={false} openDelay={350}>
    <UnstyledButton className={classes.tool} aria-label={name} aria-disabled={isOff} onClick={onClick}>
      <Glyph size={18} stroke={1.7} aria-hidden />
    </UnstyledButton>
  </Tooltip>
)

const allKinds = findingKinds.map((kind) => kind.id)

/** The whole legend, one press away from the map. */
const LegendButton = () => (
  <ReadPopover
    name="Legend"
    position="right-end"
    width={330}
    className={paper.floating}
    renderButton={(props) => (
      <UnstyledButton className={classes.tool} {...props}>
        <IconListDetails size={18} stroke={1.7} aria-hidden />
        Legend
      </UnstyledButton>
    )}
  >
    <Legend kinds={allKinds} />
    <LayerLegend />
  </ReadPopover>
)
