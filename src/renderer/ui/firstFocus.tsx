// What has the keyboard at first: a screen's heading or a box when it opens, and the first wrong box after a form was refused.
import { Title, type TitleProps } from '@mantine/core'
import { useEffect, useRef, type RefObject } from 'react'
import classes from './firstFocus.module.css'

/**
 * A screen's one h1. It takes the focus when its screen opens, so that keyboard and screen reader start there. Leaves it alone where the screen or a dialog has put it already.
 */
export function ScreenHeading({ className, ...props }: TitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const isElsewhere = document.activeElement?.closest('main, [role="dialog"]')
    if (!isElsewhere) heading.current?.focus({ preventScroll: true })
  }, [])
  return <Title order={1} ref={heading} tabIndex={-1} className={[classes.heading, className].join(' ')} {...props} />
}

/** Ref for the element that takes the focus when it is mounted, in a dialog too. */
export function useInitialFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => {
    // A dialog that opens gives the focus to what has this mark, otherwise to its "Close".
    ref.current?.setAttribute('data-autofocus', 'true')
    ref.current?.focus()
  }, [])
  return ref
}

/** Waits until the form shows what is wrong, then focuses the first wrong box. */
export function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
