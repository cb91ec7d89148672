// One session as lists show it: when, where, pain before and after in words, how it begins, and whether it is signed.
import { IconLock, IconPencil, IconArrowNarrowRight } from '@tabler/icons-react'
import { useId } from 'react'
import { Link } from 'wouter'
import { VisuallyHidden } from '@mantine/core'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import { painInWords, fromToWords } from '#shared/domain/measureChange.ts'
import { dayWords, timeWords } from './dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import classes from './SessionRow.module.css'

/** The height of the row in CSS pixels. */
export const sessionRowHeight = 62

interface Props {
  session: SessionSummary
  /** Where the row leads. */
  href: string
  /** `YYYY-MM-DD` */
  today: string
  /** The client's name, where the list is of several clients. */
  clientName?: string
  /** The words of a draft, such as how long it has been waiting, and whether that is too long. */
  draft?: { readonly words: string; readonly isLate: boolean }
}

const plainDraft = { words: 'Draft', isLate: false } as const

export function SessionRow({ session, href, today, clientName, draft = plainDraft }: Props) {
  const facts = [
    `${session.lengthMinutes} min`,
    session.place === 'visit' ? 'visit' : null,
    session.findingCount > 0 ? countWords(session.findingCount, 'finding') : null,
  ].filter((fact) => fact !== null)
  const id = useId()
  const excerpt = session.excerpt || 'Nothing written yet'
  return (
    // The link names the session and covers the whole row for the pointer. The session's text only
    // describes it: it must not become a control's name.
    <div className={classes.row} data-named={clientName !== undefined || undefined}>
      <span className={classes.number} aria-hidden>
        {session.number}
      </span>
      <span className={classes.main}>
        <Link
          href={href}
          className={classes.line}
          title={inWords(session, today, facts)}
          aria-describedby={`${id}excerpt ${id}state`}
        >
          <span className={classes.unseen}>Session {session.number} </span>
          {clientName !== undefined && (
            <strong className={classes.client} dir="auto">
              {clientName}
            </strong>
          )}
          <span className={classes.when} data-strong={clientName === undefined || undefined}>
            {dayWords(session.serviceStart, today)}, {timeWords(session.serviceStart)}
          </span>
          <span className={classes.facts} data-column title={facts.join(' · ')}>
            {facts.join(' · ')}
          </span>
          <Pain before={session.painBefore} after={session.painAfter} />
        </Link>
        <span id={`${id}excerpt`} className={classes.excerpt} dir="auto" title={excerpt}>
          {excerpt}
        </span>
      </span>
      <State id={`${id}state`} session={session} draft={draft} />
    </div>
  )
}

/** The row's whole text, for when it is cut off. */
function inWords({ serviceStart, painBefore, painAfter }: SessionSummary, today: string, facts: readonly string[]) {
  const { words } = painInWords(painBefore, painAfter)
  const pain =
    painBefore === null && painAfter === null ? [] : [`Pain ${painBefore ?? '–'} → ${painAfter ?? '–'} ${words}`]
  return [`${dayWords(serviceStart, today)}, ${timeWords(serviceStart)}`, ...facts, ...pain].join(' · ').trim()
}

function Pain({ before, after }: { before: number | null; after: number | null }) {
  if (before === null && after === null) return null
  const { words, direction } = painInWords(before, after)
  return (
    <span className={classes.pain}>
      <span className={classes.facts}>Pain</span> <FromTo before={before} after={after} />{' '}
      {words !== '' && <span data-tone={direction ?? 'same'}>{words}</span>}
    </span>
  )
}

function State({ id, session, draft }: Required<Pick<Props, 'session' | 'draft'>> & { id: string }) {
  const elsewhere = session.isBroughtIn ? ['From another copy'] : []
  if (session.signedAt === null) {
    return (
      <span id={id} className={classes.state} data-state={draft.isLate ? 'late' : 'draft'}>
        <IconPencil size={14} stroke={1.7} aria-hidden />
        {[...elsewhere, draft.words].join(' · ')}
      </span>
    )
  }
  const more = [...elsewhere, ...(session.addendumCount > 0 ? [countWords(session.addendumCount, 'addition')] : [])]
  return (
    <span id={id} className={classes.state}>
      <span className={classes.signed}>
        <IconLock size={14} stroke={1.7} aria-hidden />
        Signed
      </span>
      {more.length > 0 && <span>{more.join(' · ')}</span>}
    </span>
  )
}

/**
 * A value before and after, with an arrow on screen and in words for a screen reader. Nothing where neither is known.
 */
export function FromTo({ before, after }: { before: number | null; after: number | null }) {
  return (
    <>
      <VisuallyHidden>{fromToWords(before, after)}</VisuallyHidden>
      <span aria-hidden style={{ whiteSpace: 'nowrap' }}>
        {before ?? '–'}
        <IconArrowNarrowRight size={14} stroke={1.7} style={{ margin: '0 2px', verticalAlign: '-2px' }} />
        {after ?? '–'}
      </span>
    </>
  )
}
