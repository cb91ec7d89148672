// The dialog that makes a client: a name is enough, the rest is there when it is wanted.
import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'
import { useOrder } from '#renderer/bridge/queries.ts'
import { focusFirstProblem } from '#renderer/ui/focusFirstProblem.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import type { ClientSummary } from '#shared/contract/clients.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import { FurtherFields, NameFields } from './ClientFormFields.tsx'
import { emptyTexts, furtherFields } from './clientTexts.ts'
import { DuplicateNotice } from './DuplicateNotice.tsx'
import classes from './clientDialog.module.css'
import { newClientForm } from './newClientForm.ts'
import { useClientForm } from './useClientForm.ts'

/** Who is probably the same person as the one about to be saved. */
interface Duplicates {
  readonly found: readonly ClientSummary[]
  readonly fields: ClientFields
}

export function NewClientDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation()
  const form = useClientForm(newClientForm, emptyTexts)
  const [isUnfolded, setIsUnfolded] = useState(() => furtherFields.some((field) => form.texts[field] !== ''))
  const [duplicates, setDuplicates] = useState<Duplicates | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isChecking, setIsChecking] = useState(false)
  const create = useOrder('client:create')

  function leave() {
    form.forget()
    onClose()
  }

  function open(id: string) {
    leave()
    navigate(paths.client(id))
  }

  function save(fields: ClientFields) {
    create.mutate(
      { fields },
      {
        onSuccess: (made) => open(made.id),
        onError: (refused) => {
          setDuplicates(null)
          if (!form.showRefusal(refused)) setFailure(refused)
        },
      },
    )
  }

  async function checkAndSave(sent: HTMLFormElement) {
    if (isChecking || create.isPending) return
    setFailure(null)
    const fields = form.read()
    if (!fields) {
      // What is wrong may lie in the folded part.
      setIsUnfolded((before) => before || furtherFields.some((field) => form.texts[field] !== ''))
      return focusFirstProblem(sent)
    }
    setIsChecking(true)
    try {
      const found = await ask('client:probableDuplicates', { fields, exceptId: null })
      if (found.length > 0) setDuplicates({ found, fields })
      else save(fields)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setIsChecking(false)
    }
  }

  const fieldsProps = {
    texts: form.texts,
    problems: form.problems,
    onChange: (...[field, text]: Parameters<typeof form.change>) => {
      form.change(field, text)
      setDuplicates(null)
    },
  }

  return (
    <FormDialog
      title="New client"
      size={560}
      typed={form.texts}
      isChanged={form.isChanged}
      failure={failure}
      saveLabel="Save client"
      isSaving={isChecking || create.isPending}
      question={
        duplicates && (
          <DuplicateNotice
            found={duplicates.found}
            isCreating={create.isPending}
            onOpen={open}
            onCreateAnyway={() => save(duplicates.fields)}
            onBack={() => setDuplicates(null)}
          />
        )
      }
      onKeepTyping={() => setDuplicates(null)}
      onSubmit={(sent) => void checkAndSave(sent)}
      onLeave={leave}
    >
      <NameFields {...fieldsProps} />
      <UnstyledButton
        className={classes.more}
        aria-expanded={isUnfolded}
        onClick={() => setIsUnfolded((before) => !before)}
      >
        <IconChevronRight size={16} stroke={1.7} aria-hidden />
        More
        <span>phone, e-mail, address, alert …</span>
      </UnstyledButton>
      <Collapse expanded={isUnfolded}>
        <FurtherFields {...fieldsProps} />
      </Collapse>
    </FormDialog>
  )
}
