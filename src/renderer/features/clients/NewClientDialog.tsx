// The dialog that makes a client: a name is enough, the rest is there when it is wanted.
import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import type { ClientSummary } from '#shared/contract/clients.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import { FurtherFields, NameFields } from './ClientFormFields.tsx'
import { emptyTexts, furtherFields } from './clientTexts.ts'
import { DuplicateNotice } from './DuplicateNotice.tsx'
import classes from './clientDialog.module.css'
import { newClientForm, useClientForm, type ClientForm } from './useClientForm.ts'

/** Who is probably the same person as the one about to be saved. */
interface Duplicates {
  readonly found: readonly ClientSummary[]
  readonly fields: ClientFields
  /** The values of that moment: any change closes the question. */
  readonly typed: object
}

const hasFurther = ({ values }: ClientForm) => furtherFields.some((field) => values[field] !== '')

export function NewClientDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation()
  const form = useClientForm(newClientForm, emptyTexts)
  const [isUnfolded, setIsUnfolded] = useState(() => hasFurther(form))
  const [asked, setDuplicates] = useState<Duplicates | null>(null)
  const duplicates = asked?.typed === form.values ? asked : null
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isChecking, setIsChecking] = useState(false)
  const create = useMutationOf('client:create')

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

  async function checkAndSave(fields: ClientFields) {
    setFailure(null)
    setIsChecking(true)
    try {
      const found = await ask('client:probableDuplicates', { fields, exceptId: null })
      if (found.length > 0) setDuplicates({ found, fields, typed: form.values })
      else save(fields)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setIsChecking(false)
    }
  }

  return (
    <FormDialog
      title="New client"
      size={560}
      form={form}
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
      onSave={(fields) => void checkAndSave(fields)}
      // The invalid field may be in the folded part.
      onProblems={() => setIsUnfolded((before) => before || hasFurther(form))}
      onLeave={leave}
    >
      <NameFields form={form} />
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
        <FurtherFields form={form} />
      </Collapse>
    </FormDialog>
  )
}
