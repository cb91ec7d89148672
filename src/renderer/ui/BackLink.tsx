// The way back, above the heading of a screen that another one leads to.
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import classes from './BackLink.module.css'

export const BackLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className={classes.back}>
    <IconArrowLeft size={14} stroke={1.8} aria-hidden /> {children}
  </Link>
)
