// The dialog that makes a client: a name is enough, the rest is there when it is wanted.
import { Button, Collapse, Group, Modal, Stack, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'
import { useOrder } from '#renderer/bridge/queries.ts'
import { DiscardQuestion } from '#renderer/ui/DiscardQuestion.tsx'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { focusFirstProblem } from '#renderer/ui/focusFirstProblem.ts'
import type { ClientSummary } from '#shared/contract/clients.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import { FurtherFields, NameFields } from './ClientFormFields.tsx'
import { emptyTexts, furtherFields } from './clientTexts.ts'
import { DuplicateNotice } from './DuplicateNotice.tsx'
import classes from './clientDialog.module.css'
import { newClientForm } from './newClientForm.ts'
import { useClientForm } from './useClientForm.ts'

/** What the foot of the dialog asks. */
type Foot =
  | { asks: 'save' }
  | { asks: 'discard' }
  | { asks: 'duplicates'; found: readonly ClientSummary[]; fields: ClientFields }

export function NewClientDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation()
  const form = useClientForm(newClientForm, emptyTexts)
  const [isUnfolded, setIsUnfolded] = useState(() => furtherFields.some((field) => form.texts[field] !== ''))
  const [foot, setFoot] = useState<Foot>({ asks: 'save' })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isChecking, setIsChecking] = useState(false)
  const create = useOrder('client:create', ['client:list'])

  function leave() {
    form.forget()
    onClose()
  }

  function close() {
    if (form.isChanged) setFoot({ asks: 'discard' })
    else leave()
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
          setFoot({ asks: 'save' })
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
      if (found.length > 0) setFoot({ asks: 'duplicates', found, fields })
      else save(fields)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    } finally {
      setIsChecking(false)
    }
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    void checkAndSave(event.currentTarget)
  }

  const fieldsProps = {
    texts: form.texts,
    problems: form.problems,
    onChange: (...[field, text]: Parameters<typeof form.change>) => {
      form.change(field, text)
      setFoot({ asks: 'save' })
    },
  }

  return (
    <Modal opened onClose={close} title="New client" size={560} closeOnClickOutside={false}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
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
          {failure && <FailureNotice failure={failure} />}
          <div className={classes.foot}>
            {foot.asks === 'duplicates' && (
              <DuplicateNotice
                found={foot.found}
                isCreating={create.isPending}
                onOpen={open}
                onCreateAnyway={() => save(foot.fields)}
                onBack={() => setFoot({ asks: 'save' })}
              />
            )}
            {foot.asks === 'discard' && <DiscardQuestion onDiscard={leave} onKeep={() => setFoot({ asks: 'save' })} />}
            {foot.asks === 'save' && (
              <Group justify="flex-end" gap="sm">
                <Button variant="default" onClick={close}>
                  Cancel
                </Button>
                <Button type="submit" loading={isChecking || create.isPending}>
                  Save client
                </Button>
              </Group>
            )}
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
