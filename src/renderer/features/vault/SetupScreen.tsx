// First start: the practice and the passphrase, on one page. Only the practice's name and the passphrase are needed.
import { Button, Group, SimpleGrid, Stack, Text, TextInput, Textarea, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading, useInitialFocus, focusFirstProblem } from '#renderer/ui/firstFocus.tsx'
import type { PracticeFields } from '#shared/domain/practice.ts'
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from './NewPassphraseFields.tsx'
import { recoveryCodeKey } from './RecoveryCodeScreen.tsx'
import classes from './SetupScreen.module.css'
import { isAboutWeakness, useWeakPassphrase } from './useWeakPassphrase.tsx'
import { OpenOtherVault, RestoreButton } from './OpenOtherVault.tsx'
import { SearchVaults } from './SearchVaults.tsx'
import { VaultPage } from './VaultPage.tsx'

const emptyPractice: PracticeFields = {
  name: '',
  therapistName: '',
  credentials: '',
  licenceNumber: '',
  address: '',
  phone: '',
}

interface Props {
  /** A vault was here and is missing; the user has asked for a new one. */
  insteadOfMissing?: boolean
  onCreated: () => void
  /** Where there is a page to go back to. */
  onBack?: () => void
  onRestore: () => void
}

export function SetupScreen({ insteadOfMissing = false, onCreated, onBack, onRestore }: Props) {
  const [practice, setPractice] = useState(emptyPractice)
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [hasTried, setHasTried] = useState(false)
  const cache = useQueryClient()
  const nameBox = useInitialFocus<HTMLInputElement>()
  const create = useMutationOf('vault:create')
  const paperSize = useAnswer('app:info', {}).data?.region.paperSize
  const weak = useWeakPassphrase()
  const known = [practice.name, practice.therapistName]

  const isNamed = practice.name.trim() !== ''
  const passphraseProblem = newPassphraseProblem(passphrase)
  const box = (field: keyof PracticeFields) => ({
    value: practice[field],
    maxLength: 500,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setPractice((before) => ({ ...before, [field]: value }))
    },
  })

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setHasTried(true)
    if (!isNamed || passphraseProblem) return focusFirstProblem(event.currentTarget)
    if (create.isPending) return
    makeVault()
  }

  function makeVault() {
    const chosen = passphrase.passphrase
    create.mutate(
      {
        practice,
        ...(paperSize && { paperSize }),
        passphrase: chosen,
        ...weak.acceptanceOf(chosen),
        ...(insteadOfMissing && { insteadOfMissing }),
      },
      {
        onError: (failure) => weak.askAbout(failure, { passphrase: chosen, known, use: makeVault }),
        onSuccess: (made) => {
          onCreated()
          cache.setQueryData(recoveryCodeKey, made)
          return cache.invalidateQueries({ queryKey: ['vault:status'] })
        },
      },
    )
  }

  return (
    <VaultPage width="wide">
      <form onSubmit={submit} noValidate>
        <ScreenHeading>Set up your practice</ScreenHeading>
        <Text c="dimmed" mt="xs" mb="xl">
          Everything stays on this computer, encrypted. Nothing is sent anywhere.
        </Text>
        <div className={classes.columns}>
          <Stack gap="md" component="section" aria-labelledby="setup-practice">
            <Title order={2} id="setup-practice">
              Practice
            </Title>
            <TextInput
              label="Practice name"
              required
              ref={nameBox}
              error={hasTried && !isNamed ? 'The practice needs a name' : undefined}
              {...box('name')}
            />
            <Text size="sm" c="dimmed">
              The rest is printed with your signature. You can fill it in later; before the first signature you are
              asked for your name.
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
              <TextInput label="Your name" {...box('therapistName')} />
              <TextInput label="Credentials" placeholder="such as LMT" {...box('credentials')} />
              <TextInput label="Licence number" {...box('licenceNumber')} />
              <TextInput label="Phone" {...box('phone')} />
            </SimpleGrid>
            <Textarea label="Address" autosize minRows={2} maxRows={4} {...box('address')} />
          </Stack>
          <Stack gap="md" component="section" aria-labelledby="setup-passphrase">
            <Title order={2} id="setup-passphrase">
              Passphrase
            </Title>
            <NewPassphraseFields
              label="Passphrase"
              value={passphrase}
              onChange={setPassphrase}
              problem={hasTried ? passphraseProblem : null}
              known={known}
              box={weak.box}
            />
            <Text size="sm" c="dimmed">
              It opens your records at every start. Nobody can reset it: if you forget it, only the recovery code on the
              next page helps.
            </Text>
            {create.error && !isAboutWeakness(create.error) && <FailureNotice failure={create.error} />}
          </Stack>
        </div>
        <div className={classes.footer}>
          <Text size="sm" c="dimmed" role="status">
            {create.isPending ? 'Making the key. This takes a few seconds.' : ''}
          </Text>
          <Group gap="sm">
            {!onBack && <OpenOtherVault variant="subtle" />}
            {!onBack && <RestoreButton variant="subtle" onRestore={onRestore} />}
            {onBack && (
              <Button variant="default" disabled={create.isPending} onClick={onBack}>
                Back
              </Button>
            )}
            <Button type="submit" loading={create.isPending}>
              Create vault
            </Button>
          </Group>
        </div>
      </form>
      {!onBack && (
        <div className={classes.footer}>
          <SearchVaults variant="subtle" onRestore={onRestore}>
            <Text c="dimmed">Is your practice on this computer already?</Text>
          </SearchVaults>
        </div>
      )}
      {weak.question}
    </VaultPage>
  )
}
