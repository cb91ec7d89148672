// The stage of the body map: figures that are zoomed and panned as one picture, the client's sides always in view.
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import classes from './Stage.module.css'
import { Loupe } from './Loupe.tsx'
import { createStageControl, type StageControl, type ZoomBounds } from './stageControl.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

export interface StageHandle {
  /**
   * Flies so that the element, or all of several, lies in the middle and fills about a third of the stage.
   * @param options.margin CSS pixels that stay free around it; 24 by default
   */
  readonly zoomTo: (target: Element | readonly Element[], options?: { readonly margin?: number }) => void
  /** Pans no further than needed to see the element. */
  readonly ensureVisible: (element: Element) => void
  /** Flies back to the whole picture. */
  readonly reset: () => void
}

interface Props {
  ref?: Ref<StageHandle>
  /** The picture's key; another key resets the zoom without a flight. */
  picture: string
  /** Whether the picture is enlarged. Called when that changes. */
  onZoomChange?: (isZoomed: boolean) => void
  /** Called with the scale when a movement has ended, for what keeps its size in CSS pixels. */
  onScale?: (k: number) => void
  /** The figures: each within an element with `data-figure` and its letters; see `figureAttributes`. */
  children: ReactNode
}

const usualMargin = 24
const step = 1.6
const panStep = 64

export function Stage({ ref, picture, onZoomChange, onScale, children }: Props) {
  const viewport = useRef<HTMLDivElement>(null)
  const plane = useRef<HTMLDivElement>(null)
  const letters = useRef<HTMLDivElement>(null)
  const control = useRef<StageControl>(null)
  const [bounds, setBounds] = useState<ZoomBounds>({ isZoomed: false, isClosest: false })

  const listeners = useLatest({ onZoomChange, onScale })

  useLayoutEffect(() => {
    if (!viewport.current || !plane.current || !letters.current) return
    let wasZoomed = false
    const created = createStageControl(
      { viewport: viewport.current, plane: plane.current, letters: letters.current },
      {
        onScale: (k) => listeners.current.onScale?.(k),
        onBounds: (next) => {
          setBounds(next)
          if (next.isZoomed !== wasZoomed) listeners.current.onZoomChange?.(next.isZoomed)
          wasZoomed = next.isZoomed
        },
      },
    )
    control.current = created
    return created.destroy
  }, [listeners])

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another picture rewinds
  useLayoutEffect(() => control.current?.rewind(), [picture])

  useImperativeHandle(
    ref,
    () => ({
      zoomTo: (target, options) => control.current?.zoomTo(target, options?.margin ?? usualMargin),
      ensureVisible: (element) => control.current?.ensureVisible(element),
      reset: () => control.current?.reset(),
    }),
    [],
  )

  // After zooming by wheel or fingers nothing has the focus.
  useEffect(() => {
    if (!bounds.isZoomed) return undefined
    const onKeyDown = ourKeys((event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && event.target === document.body) control.current?.reset()
    })
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [bounds.isZoomed])

  const zoomIn = () => control.current?.zoomBy(step)
  const zoomOut = () => control.current?.zoomBy(1 / step)
  const reset = () => control.current?.reset()

  const keys: Readonly<Record<string, () => void>> = { '+': zoomIn, '=': zoomIn, '-': zoomOut }
  const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
    ArrowLeft: [panStep, 0],
    ArrowRight: [-panStep, 0],
    ArrowUp: [0, panStep],
    ArrowDown: [0, -panStep],
  }

  /** In the capture phase, ahead of the regions: with Shift, an arrow moves the picture and not the focus. */
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    if (!isOurs(event)) return
    const arrow = event.shiftKey ? arrows[event.key] : undefined
    const key = keys[event.key]
    if (arrow) control.current?.panBy(...arrow)
    else if (key) key()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !bounds.isZoomed || event.defaultPrevented || !isOurs(event)) return
    reset()
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // Handles the keys of everything inside; the ground itself is not interactive.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.stage} onKeyDownCapture={ourKeys(onKeyDownCapture)} onKeyDown={ourKeys(onKeyDown)}>
      <div
        ref={viewport}
        className={classes.viewport}
        onFocus={({ target }) => {
          if (target.matches(':focus-visible') && plane.current?.contains(target))
            control.current?.ensureVisible(target)
        }}
      >
        <div ref={plane} className={classes.plane}>
          {children}
        </div>
      </div>
      <div ref={letters} className={classes.letters} aria-hidden />
      <Loupe ground={viewport} />
      <ZoomButtons {...bounds} onZoomIn={zoomIn} onZoomOut={zoomOut} onReset={reset} />
    </div>
  )
}

/** Whether a key is pressed on the stage itself: not in a text field, nor in a panel that only React counts as inside. */
function isOurs({ target, currentTarget, ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>): boolean {
  if (ctrlKey || metaKey || altKey || !(target instanceof Element) || !currentTarget.contains(target)) return false
  return target.closest('input, textarea, select, [contenteditable]') === null
}
