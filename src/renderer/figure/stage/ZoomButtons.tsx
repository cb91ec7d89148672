// Three small buttons for those who zoom by neither wheel nor fingers.
import { IconArrowsMinimize, IconMinus, IconPlus, type Icon } from '@tabler/icons-react'
import classes from './Stage.module.css'
import type { ZoomBounds } from './stageControl.ts'

interface Props extends ZoomBounds {
  onZoomIn: () => void
  onZoomOut: () => void
  onReset: () => void
}

export function ZoomButtons({ isZoomed, isClosest, onZoomIn, onZoomOut, onReset }: Props) {
  return (
    <div className={classes.buttons}>
      <ZoomButton name="Zoom in" icon={IconPlus} isOff={isClosest} onPress={onZoomIn} />
      <ZoomButton name="Zoom out" icon={IconMinus} isOff={!isZoomed} onPress={onZoomOut} />
      <ZoomButton name="Whole body" icon={IconArrowsMinimize} isOff={!isZoomed} onPress={onReset} />
    </div>
  )
}

interface ButtonProps {
  name: string
  icon: Icon
  isOff: boolean
  onPress: () => void
}

/** Disabled by `aria-disabled`, so that the focus is not lost when a press disables it. */
const ZoomButton = ({ name, icon: Glyph, isOff, onPress }: ButtonProps) => (
  <button
    type="button"
    className={classes.button}
    aria-label={name}
    title={name}
    aria-disabled={isOff}
    onClick={() => {
      if (!isOff) onPress()
    }}
  >
    <Glyph size={16} stroke={1.8} aria-hidden />
  </button>
)
