// The name that a note is about to be signed with; missing fields are asked for in place.
import { Button, Text } from '@mantine/core'
import type { Ref } from 'react'
import classes from './SignDialog.module.css'
import { SignerFields } from '../signer/SignerFields.tsx'
import type { Signer } from '../signer/useSigner.ts'

interface Props {
  signer: Signer
  nameBox: Ref<HTMLInputElement>
  onDone: () => void
}

export function SignedBy({ signer, nameBox, onDone }: Props) {
  return (
    <div className={classes.signer}>
      <Text size="md">
        Signing locks the note for good: nobody can change it afterwards. Addenda and amendments can be added.
      </Text>
      {signer.isAsked ? (
        <div className={classes.asked}>
          <Text size="sm">
            A person signs, not a practice. Your name stands under every note; credentials and licence number with it,
            where you have them.
          </Text>
          <SignerFields signer={signer} nameBox={nameBox} onDone={onDone} />
        </div>
      ) : (
        <Named signer={signer} />
      )}
    </div>
  )
}

function Named({ signer }: { signer: Signer }) {
  if (!signer.fields) return null
  const { therapistName, credentials, licenceNumber } = signer.fields
  const known = [credentials, licenceNumber && `licence ${licenceNumber}`].filter(Boolean).join(' · ')
  return (
    <>
      <div className={classes.name} dir="auto">
        {therapistName}
      </div>
      {known !== '' && (
        <Text size="sm" c="dimmed" dir="auto">
          {known}
        </Text>
      )}
      {(credentials === '' || licenceNumber === '') && (
        <Button variant="subtle" size="compact-sm" className={classes.rest ?? ''} onClick={signer.askForRest}>
          {credentials === '' && licenceNumber === ''
            ? 'Add credentials and licence number'
            : credentials === ''
              ? 'Add credentials'
              : 'Add licence number'}
        </Button>
      )}
    </>
  )
}
