// Restoring, in four steps: choose a copy, open it, look at what is in it, put it in the vault's place. From the open vault
// the last step locks first, and the lock screen goes on with opening that copy.
import { Code, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LeaseHolder } from '#shared/domain/lease.ts'
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { VaultPage } from '../VaultPage.tsx'
import { ChooseCopy } from './ChooseCopy.tsx'
import { ConfirmRestore } from './ConfirmRestore.tsx'
import { OpenCopy, type CopySecret } from './OpenCopy.tsx'
import { OpenRestored } from './OpenRestored.tsx'

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'open'; readonly copy: FoundCopy }
  | {
      readonly at: 'confirm'
      readonly copy: FoundCopy
      readonly content: CopyContent
      readonly secret: CopySecret | null
    }
  | { readonly at: 'restored'; readonly setAside: string | null; readonly secret: CopySecret }

interface Props {
  /** Whether a vault is in the place now, which will be set aside. */
  isVaultHere: boolean
  /** Whether that one is open. */
  isVaultOpen?: boolean
  /** Who writes in it in place of this computer. */
  holder?: LeaseHolder | null
  /** The copy that is to be restored; chosen on the first page unless given. */
  wanted?: FoundCopy | null
  /** A copy has taken the vault's place. */
  onRestored?: () => void
  onBack: () => void
}

export function RestoreScreen({
  isVaultHere,
  isVaultOpen = false,
  holder = null,
  wanted = null,
  onRestored,
  onBack,
}: Props) {
  const cache = useQueryClient()
  const [step, setStep] = useState<Step>(wanted === null ? { at: 'choose' } : { at: 'open', copy: wanted })
  const restore = useMutationOf('backup:restore')
  const lock = useMutationOf('backup:lockToRestore')
  const looked = step.at === 'confirm' ? step.copy.id : null
  // What was brought beside the vault is removed when the screen is left before it is restored.
  useEffect(() => {
    if (looked === null) return undefined
    return () => void ask('backup:forgetLook', { id: looked }).catch(() => undefined)
  }, [looked])

  function leave() {
    void cache.invalidateQueries({ queryKey: ['vault:status'] })
    onBack()
  }

  function putInPlace(problemAccepted: boolean) {
    if (step.at !== 'confirm') return
    const { copy, secret } = step
    // The page ends with the lock.
    if (secret === null || isVaultOpen) return lock.mutate({ id: copy.id })
    restore.mutate(
      { id: copy.id, ...(problemAccepted && { problemAccepted }) },
      {
        onSuccess: ({ setAside }) => {
          onRestored?.()
          setStep({ at: 'restored', setAside, secret })
        },
      },
    )
  }

  switch (step.at) {
    case 'choose':
      return (
        <VaultPage width="medium" isWithin={isVaultOpen}>
          <ChooseCopy onChoose={(copy) => setStep({ at: 'open', copy })} onBack={leave} />
        </VaultPage>
      )
    case 'open':
      return (
        <VaultPage width="medium" isWithin={isVaultOpen}>
          <OpenCopy
            copy={step.copy}
            hasKey={isVaultOpen && step.copy.isOfThisVault !== false}
            onOpened={(content, secret) => setStep({ at: 'confirm', copy: step.copy, content, secret })}
            onBack={() => setStep({ at: 'choose' })}
          />
        </VaultPage>
      )
    case 'confirm':
      return (
        <VaultPage width="medium" isWithin={isVaultOpen}>
          <ConfirmRestore
            copy={step.copy}
            content={step.content}
            isVaultHere={isVaultHere}
            isVaultOpen={isVaultOpen}
            holder={holder}
            isRestoring={restore.isPending || lock.isPending}
            failure={restore.error ?? lock.error}
            onRestore={putInPlace}
            onBack={() => {
              restore.reset()
              lock.reset()
              setStep({ at: 'choose' })
            }}
          />
        </VaultPage>
      )
    case 'restored':
      return (
        <VaultPage width="medium" isWithin={isVaultOpen}>
          <Stack gap="md">
            <div>
              <ScreenHeading>The records are restored</ScreenHeading>
              {step.setAside !== null && (
                <>
                  <Text mt="xs">Those that were here before are not deleted. They are in this folder now:</Text>
                  <Code block mt="xs" fz="sm">
                    {step.setAside}
                  </Code>
                </>
              )}
            </div>
            <OpenRestored secret={step.secret} onLeave={leave} />
          </Stack>
        </VaultPage>
      )
  }
}
