// The texts of a form that is not saved as a record yet. What is typed is kept in the vault at once, so that a lock, a crash
// or a restart in the middle loses nothing.
import { useState, type ChangeEvent } from 'react'
import { keptTextLimit } from '#shared/contract/app.ts'
import { forgetForm, keepForm, keptForm } from './workspace.ts'

/** What is wrong, by the box at which it is shown. */
type Problems<Field extends string> = Partial<Readonly<Record<Field, string>>>

interface KeptTexts<Field extends string> {
  readonly texts: Readonly<Record<Field, string>>
  readonly problems: Problems<Field>
  /** Whether anything else stands there than at the start. */
  readonly isChanged: boolean
  /** What was wrong with the texts that are changed is no longer told. */
  change(changes: Partial<Record<Field, string>>): void
  setProblems(problems: Problems<Field>): void
  /** What the box of a field is given. */
  box(field: Field, label: string): BoxProps
  /** Nothing of it is kept any more: it was saved or given up. */
  forget(): void
}

interface BoxProps {
  readonly label: string
  readonly value: string
  readonly error: string | undefined
  /** More than any of them takes: what is wrong with a long text is told at its box when it is saved. */
  readonly maxLength: number
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

/** Whether the texts of a form that was not finished are kept. */
export const areTextsKept = (form: string): boolean => keptForm(form) !== undefined

/**
 * @param form the name under which the texts are kept
 * @param start the fields, and what stands in them before anybody types
 */
export function useKeptTexts<Field extends string>(
  form: string,
  start: Readonly<Record<Field, string>>,
): KeptTexts<Field> {
  const fields = Object.keys(start) as Field[]
  const [texts, setTexts] = useState<Readonly<Record<Field, string>>>(() => {
    const kept = keptForm(form)
    const entries = fields.map((field) => [field, kept?.[field] ?? start[field]])
    return Object.fromEntries(entries) as Record<Field, string>
  })
  const [problems, setProblems] = useState<Problems<Field>>({})
  const change = (changes: Partial<Record<Field, string>>) => {
    const next = { ...texts, ...changes }
    setTexts(next)
    keepForm(form, next)
    const isLeft = ([field]: [string, unknown]) => !(field in changes)
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(isLeft)) as Problems<Field>)
  }
  return {
    texts,
    problems,
    isChanged: fields.some((field) => texts[field] !== start[field]),
    change,
    setProblems,
    box: (field, label) => ({
      label,
      value: texts[field],
      error: problems[field],
      maxLength: keptTextLimit,
      onChange: (event) => change({ [field]: event.currentTarget.value } as Partial<Record<Field, string>>),
    }),
    forget: () => forgetForm(form),
  }
}

/** What was typed over what is stored, by field: nothing while nothing was. */
type Typing<Field extends string> = Partial<Readonly<Record<Field, string>>>

/**
 * What is typed in a small form, or cannot be stored as it stands.
 * @param form the name under which it is kept
 * @returns what is typed, and what changes it: without any field it is sent or given up, and no longer kept
 */
export function useKeptTyping<Field extends string>(
  form: string,
): readonly [Typing<Field>, (typing: Typing<Field>) => void] {
  const [shown, setShown] = useState(() => ({ form, typing: typingOf<Field>(form) }))
  const typing = shown.form === form ? shown.typing : typingOf<Field>(form)
  const change = (next: Typing<Field>) => {
    setShown({ form, typing: next })
    if (Object.keys(next).length > 0) keepForm(form, next as Readonly<Record<string, string>>)
    else forgetForm(form)
  }
  return [typing, change]
}

const typingOf = <Field extends string>(form: string) => (keptForm(form) ?? {}) as Typing<Field>
