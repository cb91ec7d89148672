// A quiet card that asks something which can wait: what it is about, and what can be done.
import { Group } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './QuestionCard.module.css'

interface Props {
  /** A symbol of 20 pixels. */
  icon: ReactNode
  title: string
  text: ReactNode
  /** The buttons. */
  children: ReactNode
}

export function QuestionCard({ icon, title, text, children }: Props) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <div>
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
      </div>
      <Group gap="sm" className={classes.actions}>
        {children}
      </Group>
    </section>
  )
}
