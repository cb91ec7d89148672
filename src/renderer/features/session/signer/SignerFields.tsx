// Asks for missing data of the signer: the name, which is required, and what is printed with it.
import { SimpleGrid, TextInput } from '@mantine/core'
import type { ChangeEvent, KeyboardEvent, Ref } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import type { Signer, SignerFields as Fields } from './useSigner.ts'

interface Props {
  signer: Signer
  nameBox?: Ref<HTMLInputElement>
  /** Enter in a box: on to what comes next. */
  onDone?: () => void
}

export function SignerFields({ signer, nameBox, onDone }: Props) {
  const { fields } = signer
  if (!fields) return null
  const box = (field: keyof Fields, label: string) => ({
    label,
    value: fields[field],
    maxLength: fieldTextLimit,
    dir: 'auto' as const,
    onChange: (event: ChangeEvent<HTMLInputElement>) => signer.change(field, event.currentTarget.value),
    onKeyDown: ourKeys((event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      onDone?.()
    }),
  })
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
      <TextInput ref={nameBox} {...box('therapistName', 'Your name')} required />
      <TextInput {...box('credentials', 'Credentials')} />
      <TextInput {...box('licenceNumber', 'Licence number')} />
    </SimpleGrid>
  )
}
