// The card around a text of the note, editable or read-only.
import type { ComponentProps, ReactNode, Ref } from 'react'
import classes from './NoteEditor.module.css'

interface Props extends Omit<ComponentProps<'section'>, 'title'> {
  title: string
  /** Its accessible name; the title by default. */
  label?: string
  /** Slot beside the title. */
  beside?: ReactNode
}

/** A card of paper with a small title; other props go to its element. */
export const NoteCard = ({ title, label = title, beside, className = '', children, ...section }: Props) => (
  <section {...section} className={`${classes.section} ${className}`} aria-label={label}>
    <header className={classes.header}>
      <h2 className={classes.title}>{title}</h2>
      {beside}
    </header>
    {children}
  </section>
)

interface UnreadableProps {
  /** The card. */
  ref?: Ref<HTMLElement>
  title: string
  plainText: string
}

/** A text that this version cannot parse: its plain words, and why they cannot be edited. */
export const UnreadableNote = ({ ref, title, plainText }: UnreadableProps) => (
  <NoteCard ref={ref} title={title}>
    <p className={classes.unreadable} role="note">
      This section was written by a newer version of Palpate, or is damaged. It is shown as plain text and kept as it
      is; nothing here changes it.
    </p>
    <div className={classes.plain}>{plainText}</div>
  </NoteCard>
)
