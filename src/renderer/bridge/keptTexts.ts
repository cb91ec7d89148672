// The texts of a form that is not saved as a record yet. What is typed is kept in the vault at once, so that a lock, a crash
// or a restart in the middle loses nothing.
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { keptTextLimit } from '#shared/contract/app.ts'
import { forgetForm, keepForm, keptForm } from './workspace.ts'

/** The parsed texts of a form: the value to save, or the errors by field. */
export type Reading<Field extends string, Value> =
  | { readonly value: Value }
  | { readonly problems: Partial<Readonly<Record<Field, string>>> }

/** Mantine's form over texts; the parsed value is submitted. */
export type KeptForm<Field extends string, Value> = UseFormReturnType<Record<Field, string>, Value> & {
  /** Whether any text differs from the start. */
  readonly isChanged: boolean
  /** Forgets the kept texts: they were saved or discarded. */
  readonly forget: () => void
}

/** Whether the texts of a form that was not finished are kept. */
export const areTextsKept = (form: string): boolean => keptForm(form) !== undefined

/**
 * @param name the name under which the texts are kept
 * @param start the fields with their initial texts
 * @param read parses the texts
 * @param isOfThisForm whether what is kept under the name was typed into this form; without it, all of it was
 */
export function useKeptForm<Field extends string, Value>(
  name: string,
  start: Readonly<Record<Field, string>>,
  read: (texts: Readonly<Record<Field, string>>) => Reading<Field, Value>,
  isOfThisForm: (kept: Readonly<Record<string, string>>) => boolean = () => true,
): KeptForm<Field, Value> {
  const fields = Object.keys(start) as Field[]
  const [initialValues] = useState(() => {
    const kept = keptForm(name)
    if (!kept || !isOfThisForm(kept)) return start
    return Object.fromEntries(fields.map((field) => [field, kept[field] ?? start[field]])) as typeof start
  })
  const form = useForm<Record<Field, string>, Value>({
    initialValues,
    onValuesChange: (texts) => keepForm(name, texts),
    validate: (texts) => {
      const reading = read(texts)
      return 'problems' in reading ? reading.problems : {}
    },
    transformValues: (texts) => {
      const reading = read(texts)
      if ('problems' in reading) throw new Error('a form is read only when nothing is wrong in it')
      return reading.value
    },
    // More than any field takes: a text that is too long is reported at its field when it is saved.
    enhanceGetInputProps: () => ({ maxLength: keptTextLimit }),
  })
  return {
    ...form,
    isChanged: fields.some((field) => form.values[field] !== start[field]),
    forget: () => forgetForm(name),
  }
}

/** The typed texts by field; without those that were not touched. */
type Typing<Field extends string> = Partial<Readonly<Record<Field, string>>>

/**
 * The texts of a small form, or of fields whose text cannot be stored as it is.
 * @param form the name under which it is kept
 * @returns the texts, and their setter: without any field nothing is kept any more
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
