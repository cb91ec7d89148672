// How large the figure is drawn, so that marks and letters keep their size on every screen.
import { useElementSize } from '@mantine/hooks'
import { useMemo, type RefCallback } from 'react'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'

/** Sizes in figure units. */
export interface MarkSizes {
  readonly radius: number
  readonly letter: number
}

const markRadiusPixels = 9.5
const letterPixels = 13
const { width, height } = figure.anterior

/**
 * @returns a ref for the element that holds two figures side by side, and the sizes of what is drawn on them
 */
export function useFigureScale(): { ref: RefCallback<HTMLDivElement | null>; sizes: MarkSizes } {
  const area = useElementSize<HTMLDivElement>()
  const pixelsPerUnit = Math.min(area.height / height, area.width / 2 / width)
  // Not measured yet, or not shown: sizes for a figure of usual height.
  const scale = pixelsPerUnit > 0.05 ? Math.round(pixelsPerUnit * 50) / 50 : 0.52
  const sizes = useMemo(
    () => ({ radius: clamp(markRadiusPixels / scale, 14, 34), letter: clamp(letterPixels / scale, 20, 44) }),
    [scale],
  )
  return { ref: area.ref, sizes }
}

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
