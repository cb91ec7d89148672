// Asks for the name of who signs an addition, where the practice does not give it.
import { Text } from '@mantine/core'
import { SignerFields } from '../signer/SignerFields.tsx'
import type { Signer } from '../signer/useSigner.ts'

export function AdditionSigner({ signer }: { signer: Signer }) {
  if (!signer.isAsked) return null
  return (
    <div role="group" aria-label="Who signs">
      <Text size="sm" mb={6}>
        A person signs, not a practice: type your name before you sign.
      </Text>
      <SignerFields signer={signer} />
    </div>
  )
}
