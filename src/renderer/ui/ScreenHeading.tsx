// A screen's one h1. It takes the focus when its screen opens, so that keyboard and screen reader start there.
import { Title, type TitleProps } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './ScreenHeading.module.css'

/** The heading of a screen. Leaves the focus alone where the screen or a dialog has put it already. */
export function ScreenHeading({ className, ...props }: TitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const isElsewhere = document.activeElement?.closest('main, [role="dialog"]')
    if (!isElsewhere) heading.current?.focus({ preventScroll: true })
  }, [])
  return <Title order={1} ref={heading} tabIndex={-1} className={[classes.heading, className].join(' ')} {...props} />
}
