// The dialog in which a phrase is made or changed: what is typed for it, where it belongs, its text with blanks.
import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMemo, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import { leftOutWords, problemWords, unknownWords } from '#shared/domain/phrase/expandPhrase.ts'
import { abbreviationLimit, foldAbbreviation, phraseFields, type PhraseFields } from '#shared/domain/phrase/phrase.ts'
import { suggestAbbreviation } from '#shared/domain/phrase/suggestAbbreviation.ts'
import { longTextLimit } from '#shared/domain/text.ts'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'
import { DiscardQuestion } from '#renderer/ui/DiscardQuestion.tsx'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { focusFirstProblem } from '#renderer/ui/focusFirstProblem.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import classes from './PhraseDialog.module.css'
import { placeName } from './phraseOrder.ts'
import { expandAmong, usePhrases, usePutPhrase } from './usePhrases.ts'

/** What the dialog begins with. Without an id, the phrase is a new one; without an abbreviation, one is suggested. */
export type PhraseDraft = PhraseFields & { readonly id?: string }

interface Props {
  /** Null while the dialog is closed. */
  draft: PhraseDraft | null
  onClose: () => void
  /** The dialog is gone from the screen; without it the focus goes back to where it was. */
  onGone?: () => void
}

/** What stands in the dialog. */
interface Typed {
  /** Null while one is suggested. */
  readonly abbreviation: string | null
  readonly section: SectionId | null
  readonly text: string
}

const isChanged = (typed: Typed, draft: PhraseDraft) =>
  (typed.abbreviation ?? draft.abbreviation) !== draft.abbreviation ||
  typed.section !== draft.section ||
  typed.text !== draft.text

const formOf = ({ id }: PhraseDraft) => `phrase-${id ?? 'new'}`

/** Keeps what is typed in the vault, so that a lock, a crash or a restart in the middle loses nothing. */
function keepTyped(draft: PhraseDraft, { abbreviation, section, text }: Typed): void {
  keepForm(formOf(draft), {
    begunWith: begunWith(draft),
    section: section ?? everywhere,
    text,
    ...(abbreviation !== null && { abbreviation }),
  })
}

/** What was typed into a dialog that began with the same; null when nothing was. */
function keptTyped(draft: PhraseDraft): Typed | null {
  const kept = keptForm(formOf(draft))
  if (kept?.['begunWith'] !== begunWith(draft)) return null
  return {
    abbreviation: kept['abbreviation'] ?? null,
    section: sectionOf(kept['section']),
    text: kept['text'] ?? '',
  }
}

const begunWith = ({ abbreviation, section, text }: PhraseDraft) => `${abbreviation} ${section ?? everywhere} ${text}`

export function PhraseDialog({ draft, onClose, onGone }: Props) {
  /** Null until something is typed since it was opened. */
  const [typedNow, setTypedNow] = useState<Typed | null>(null)
  const [askedAbout, setAskedAbout] = useState<Typed | null>(null)
  const kept = useMemo(() => (draft ? keptTyped(draft) : null), [draft])
  const typed = typedNow ?? kept
  const type = (next: Typed) => {
    setTypedNow(next)
    if (draft) keepTyped(draft, next)
  }
  const leave = () => {
    if (draft) forgetForm(formOf(draft))
    setTypedNow(null)
    setAskedAbout(null)
    onClose()
  }
  /** Nothing that was typed is thrown away unasked. */
  const close = () => (draft && typed && isChanged(typed, draft) ? setAskedAbout(typed) : leave())
  return (
    <Modal
      opened={draft !== null}
      onClose={close}
      closeOnClickOutside={false}
      title={draft?.id === undefined ? 'Make a phrase' : 'Change phrase'}
      size={620}
      returnFocus={onGone === undefined}
      {...(onGone && { onExitTransitionEnd: onGone })}
    >
      {draft && (
        <PhraseForm
          draft={draft}
          typed={typed ?? { ...draft, abbreviation: draft.abbreviation || null }}
          onType={type}
          onCancel={close}
          onSaved={leave}
          question={
            askedAbout &&
            askedAbout === typed && <DiscardQuestion onDiscard={leave} onKeep={() => setAskedAbout(null)} />
          }
        />
      )}
    </Modal>
  )
}

const everywhere = 'everywhere'
const sectionOf = (value: string | null | undefined) => sectionIds.find((one) => one === value) ?? null
const places = [null, ...sectionIds].map((id) => ({ value: id ?? everywhere, label: placeName(id) }))

const blanks = [
  ['side', '{{side}}'],
  ['region', '{{region}}'],
  ['0–10', '{{0-10}}'],
  ['choice', '{{choice: mild|moderate|severe}}'],
  ['own blank', '{{what}}'],
  ['client’s name', '{{client.preferredName}}'],
  ['today', '{{today}}'],
] as const

const abbreviationProblems: Readonly<Record<string, string>> = {
  taken: 'Another phrase has this abbreviation.',
  empty: 'Enter a few letters.',
  letters: 'Letters, digits, dots and hyphens only.',
}

interface FormProps {
  draft: PhraseDraft
  typed: Typed
  onType: (typed: Typed) => void
  onCancel: () => void
  onSaved: () => void
  /** What the foot asks in place of its buttons. */
  question: ReactNode
}

function PhraseForm({ draft, typed, onType, onCancel, onSaved, question }: FormProps) {
  const phrases = usePhrases()
  const others = phrases.filter(({ id }) => id !== draft.id)
  const isTaken = (abbreviation: string) => others.some((other) => other.abbreviation === abbreviation)
  const { section, text } = typed
  const type = (changes: Partial<Typed>) => onType({ ...typed, ...changes })
  const [hasTried, setHasTried] = useState(false)
  const [id] = useState(() => draft.id ?? crypto.randomUUID())
  const box = useRef<HTMLTextAreaElement>(null)
  const put = usePutPhrase()

  const shown = typed.abbreviation ?? suggestAbbreviation(text, isTaken)
  const abbreviation = foldAbbreviation(shown)
  const expansion = expandAmong(others, { abbreviation, text })
  const nameProblem = nameProblemOf(abbreviation, isTaken)
  const textProblem = text.trim() === '' ? 'Write what the phrase says.' : null
  const loop = expansion.ok ? null : problemWords(expansion.problem)

  function insertBlank(blank: string) {
    const area = box.current
    const [from, to] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length]
    type({ text: text.slice(0, from) + blank + text.slice(to) })
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + blank.length, from + blank.length)
    })
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setHasTried(true)
    if (nameProblem || textProblem || loop) return focusFirstProblem(event.currentTarget)
    if (put.isPending) return
    put.mutate({ phrase: { id, abbreviation, section, text } }, { onSuccess: onSaved })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div className={classes.two}>
          <TextInput
            label="Abbreviation"
            description="Typed after a semicolon"
            leftSection={<span aria-hidden>;</span>}
            leftSectionWidth={26}
            maxLength={abbreviationLimit}
            autoComplete="off"
            spellCheck={false}
            value={shown}
            onChange={(event) => type({ abbreviation: event.currentTarget.value })}
            error={nameProblem && (hasTried || nameProblem === 'taken') ? abbreviationProblems[nameProblem] : undefined}
          />
          <Select
            label="Section"
            description="Where it is offered"
            data={places}
            value={section ?? everywhere}
            allowDeselect={false}
            onChange={(value) => type({ section: sectionOf(value) })}
          />
        </div>
        <Textarea
          ref={box}
          label="Text"
          data-autofocus
          dir="auto"
          autosize
          minRows={3}
          maxRows={10}
          maxLength={longTextLimit}
          value={text}
          onChange={(event) => type({ text: event.currentTarget.value })}
          error={hasTried ? textProblem : undefined}
        />
        <div className={classes.blanks} role="group" aria-label="Put in a blank">
          {blanks.map(([name, blank]) => (
            <Button key={name} variant="default" size="compact-sm" onClick={() => insertBlank(blank)}>
              {name}
            </Button>
          ))}
        </div>
        <section className={classes.preview} aria-label="Preview">
          {text.trim() === '' && <span className={classes.none}>This is how it will look in the note.</span>}
          {expansion.ok && text.trim() !== '' && <RichText document={expansion.document} />}
          <div role="status">
            {loop && <Text c="var(--p-warn)">{loop}</Text>}
            {expansion.ok && expansion.unknown.length > 0 && (
              <Text c="var(--p-warn)" mt="xs">
                {unknownWords(expansion.unknown)} It stays a blank.
              </Text>
            )}
            {expansion.ok && expansion.leftOut.length > 0 && (
              <Text c="var(--p-warn)" mt="xs">
                {leftOutWords(expansion.leftOut)}
              </Text>
            )}
          </div>
        </section>
        {put.error && put.error.issueAt('phrase.abbreviation') !== 'taken' && <FailureNotice failure={put.error} />}
        {question || (
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button type="submit" loading={put.isPending}>
              Save phrase
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}

function nameProblemOf(abbreviation: string, isTaken: (name: string) => boolean): 'empty' | 'taken' | 'letters' | null {
  if (abbreviation === '') return 'empty'
  if (!phraseFields.shape.abbreviation.safeParse(abbreviation).success) return 'letters'
  return isTaken(abbreviation) ? 'taken' : null
}
