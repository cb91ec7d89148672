// The form of a client. It becomes a record only when it is saved.
import type { ClientFields } from '#shared/domain/client.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { useKeptForm, type KeptForm } from '#renderer/bridge/keptTexts.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { shownDateFormat } from '#renderer/ui/dateWords.ts'
import { readClientTexts, sameTexts, type ClientField, type ClientTexts } from './clientTexts.ts'

export interface ClientForm extends KeptForm<ClientField, ClientFields> {
  /** Shows main's refusal at its field; false when it is about no field. */
  showRefusal(failure: Failure): boolean
}

/** The name under which a half-typed new client is kept in the vault. */
export const newClientForm = 'newClient'

/** The name under which the half-typed edit of a client is kept in the vault. */
export const editClientForm = (id: string): string => `client-${id}`

/**
 * @param name under which the form is kept in the vault
 * @param start the initial texts
 */
export function useClientForm(name: string, start: ClientTexts): ClientForm {
  const form = useKeptForm(name, start, (texts) => readClientTexts(texts, shownDateFormat().order, today()))
  return {
    ...form,
    isChanged: !sameTexts(form.values, start),
    showRefusal(failure) {
      if (failure.issueAt('fields.dateOfBirth') === undefined) return false
      form.setFieldError(
        'dateOfBirth',
        'This date is not possible. Nothing is lost: correct it, or leave it empty for now.',
      )
      return true
    },
  }
}
