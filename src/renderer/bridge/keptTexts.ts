// The texts of a dialog that is not saved as a record yet. What is typed is kept in the vault at once, so that a lock, a
// crash or a restart in the middle loses nothing.
import { useState } from 'react'
import { forgetForm, keepForm, keptForm } from './workspace.ts'

export interface KeptTexts<Field extends string> {
  readonly texts: Readonly<Record<Field, string>>
  /** Whether anything else stands there than at the start. */
  readonly isChanged: boolean
  change(changes: Partial<Record<Field, string>>): void
  /** Nothing of it is kept any more: it was saved or given up. */
  forget(): void
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
  return {
    texts,
    isChanged: fields.some((field) => texts[field] !== start[field]),
    change(changes) {
      const next = { ...texts, ...changes }
      setTexts(next)
      keepForm(form, next)
    },
    forget: () => forgetForm(form),
  }
}
