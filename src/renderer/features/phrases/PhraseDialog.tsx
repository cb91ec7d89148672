// The dialog in which a phrase is made or changed: what is typed for it, where it belongs, its text with blanks.
import { Button, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { leftOutWords, problemWords, unknownWords } from '#shared/domain/phrase/expandPhrase.ts'
import { abbreviationLimit, foldAbbreviation, phraseFields, type PhraseFields } from '#shared/domain/phrase/phrase.ts'
import { suggestAbbreviation } from '#shared/domain/phrase/parsePhrase.ts'
import { longTextLimit } from '#shared/domain/text.ts'
import { useKeptForm, type Reading } from '#renderer/bridge/keptTexts.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import { RichText } from '#renderer/ui/RichText.tsx'
import classes from './PhraseDialog.module.css'
import { placeName, expandAmong, usePhrases, usePutPhrase } from './phraseList.ts'

/** What the dialog begins with. Without an id, the phrase is a new one; without an abbreviation, one is suggested. */
export type PhraseDraft = PhraseFields & { readonly id?: string }

interface Props {
  draft: PhraseDraft
  onClose: () => void
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

const abbreviationProblems = {
  taken: 'Another phrase has this abbreviation.',
  empty: 'Enter a few letters.',
  letters: 'Letters, digits, dots and hyphens only.',
} as const

/** The texts of the dialog's fields. */
interface Texts {
  readonly abbreviation: string
  /** Whether the abbreviation was typed; otherwise one is suggested. */
  readonly isNamed: '' | 'yes'
  readonly section: string
  readonly text: string
  /** The initial texts: kept texts of another phrase are not shown. */
  readonly begunWith: string
}
type Field = keyof Texts

const textsOf = ({ abbreviation, section, text }: PhraseDraft): Record<Field, string> => ({
  abbreviation,
  isNamed: abbreviation === '' ? '' : 'yes',
  section: section ?? everywhere,
  text,
  begunWith: `${abbreviation} ${section ?? everywhere} ${text}`,
})

export function PhraseDialog({ draft, onClose }: Props) {
  const phrases = usePhrases()
  const others = phrases.filter(({ id }) => id !== draft.id)
  const isTaken = (abbreviation: string) => others.some((other) => other.abbreviation === abbreviation)
  const [id] = useState(() => draft.id ?? crypto.randomUUID())
  const box = useRef<HTMLTextAreaElement>(null)
  const put = usePutPhrase()

  const shownName = (typed: Record<Field, string>) =>
    typed.isNamed === '' ? suggestAbbreviation(typed.text, isTaken) : typed.abbreviation

  const expansionOf = (typed: Record<Field, string>) =>
    expandAmong(others, { abbreviation: foldAbbreviation(shownName(typed)), text: typed.text })

  function problemsOf(typed: Record<Field, string>): { abbreviation?: string; text?: string } {
    const nameProblem = nameProblemOf(foldAbbreviation(shownName(typed)), isTaken)
    const expansion = expansionOf(typed)
    return {
      ...(nameProblem !== null && { abbreviation: nameProblem }),
      ...(!expansion.ok && { text: problemWords(expansion.problem) }),
      ...(typed.text.trim() === '' && { text: 'Write what the phrase says.' }),
    }
  }

  function read(typed: Record<Field, string>): Reading<Field, PhraseFields> {
    const problems = problemsOf(typed)
    if (Object.keys(problems).length > 0) return { problems }
    const abbreviation = foldAbbreviation(shownName(typed))
    return { value: { abbreviation, section: sectionOf(typed.section), text: typed.text } }
  }

  const start = textsOf(draft)
  const form = useKeptForm(`phrase-${draft.id ?? 'new'}`, start, read, ({ begunWith }) => begunWith === start.begunWith)
  const { text } = form.values
  const expansion = expansionOf(form.values)
  const problems = problemsOf(form.values)
  const isNameTaken = problems.abbreviation === abbreviationProblems.taken
  /** The errors of the last attempt to save, until a field changes. */
  const shownProblem = (field: 'abbreviation' | 'text') => form.errors[field] && problems[field]

  function leave() {
    form.forget()
    onClose()
  }

  function insertBlank(blank: string) {
    const area = box.current
    const [from, to] = [area?.selectionStart ?? text.length, area?.selectionEnd ?? text.length]
    form.setFieldValue('text', text.slice(0, from) + blank + text.slice(to))
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + blank.length, from + blank.length)
    })
  }

  return (
    <FormDialog
      title={draft.id === undefined ? 'Make a phrase' : 'Change phrase'}
      size={620}
      form={form}
      failure={put.error?.issueAt('phrase.abbreviation') === 'taken' ? null : put.error}
      saveLabel="Save phrase"
      isSaving={put.isPending}
      onSave={(fields) => put.mutate({ phrase: { id, ...fields } }, { onSuccess: leave })}
      onLeave={leave}
    >
      <div className={classes.two}>
        <TextInput
          label="Abbreviation"
          description="Typed after a semicolon"
          leftSection={<span aria-hidden>;</span>}
          leftSectionWidth={26}
          maxLength={abbreviationLimit}
          autoComplete="off"
          spellCheck={false}
          value={shownName(form.values)}
          onChange={(event) => {
            form.setFieldValue('isNamed', 'yes')
            form.setFieldValue('abbreviation', event.currentTarget.value)
          }}
          error={isNameTaken ? problems.abbreviation : shownProblem('abbreviation')}
        />
        <Select
          label="Section"
          description="Where it is offered"
          data={places}
          allowDeselect={false}
          {...form.getInputProps('section')}
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
        {...form.getInputProps('text')}
        maxLength={longTextLimit}
        error={shownProblem('text')}
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
          {!expansion.ok && <Text c="var(--p-warn)">{problemWords(expansion.problem)}</Text>}
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
    </FormDialog>
  )
}

/** The error of an abbreviation, in words; null when there is none. */
function nameProblemOf(abbreviation: string, isTaken: (name: string) => boolean): string | null {
  if (abbreviation === '') return abbreviationProblems.empty
  if (!phraseFields.shape.abbreviation.safeParse(abbreviation).success) return abbreviationProblems.letters
  return isTaken(abbreviation) ? abbreviationProblems.taken : null
}
