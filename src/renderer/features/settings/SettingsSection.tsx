// One group of settings: its name on the left, its boxes on the right.
import { useId, type PropsWithChildren } from 'react'
import classes from './SettingsSection.module.css'

interface Props extends PropsWithChildren {
  title: string
  /** What the group is for, where its name does not say it. */
  about?: string
}

export function SettingsSection({ title, about, children }: Props) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {about !== undefined && <p>{about}</p>}
      </div>
      <div>{children}</div>
    </section>
  )
}
