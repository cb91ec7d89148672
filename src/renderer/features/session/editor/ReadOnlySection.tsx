// A section that this version cannot read as it was written: its plain text, and why it cannot be edited.
import classes from './SectionEditor.module.css'

interface Props {
  title: string
  plainText: string
}

export const ReadOnlySection = ({ title, plainText }: Props) => (
  <section className={classes.section} aria-label={title}>
    <header className={classes.header}>
      <h2 className={classes.title}>{title}</h2>
    </header>
    <p className={classes.unreadable} role="note">
      This section was written by a newer version of Palpate, or is damaged. It is shown as plain text and kept as it
      is; nothing here changes it.
    </p>
    <div className={classes.plain}>{plainText}</div>
  </section>
)
