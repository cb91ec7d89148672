// Under a note or an addendum: who signed it, when, and the fingerprint of what was signed.
import type { Signature } from '#shared/contract/sessions.ts'
import { instantWordsToTheSecond } from '#renderer/ui/dateWords.ts'
import classes from './SessionArticle.module.css'

interface Props {
  signature: Signature
  /** The practice's name today; the one at the time of signing is added where it was another. */
  practiceName: string
}

export function SignatureLine({ signature, practiceName }: Props) {
  const { signerName, credentials, licenceNumber } = signature
  const details = [
    credentials,
    licenceNumber && `licence ${licenceNumber}`,
    signature.practiceName === practiceName ? '' : signature.practiceName,
  ].filter(Boolean)
  return (
    <>
      <p>
        Signed by{' '}
        <b dir="auto" className={classes.signer}>
          {signerName}
        </b>
        {details.map((detail) => (
          <span key={detail} dir="auto">
            , {detail}
          </span>
        ))}{' '}
        on {instantWordsToTheSecond(signature.signedAt, signature.signedOffset)}
      </p>
      <p className={classes.fingerprint}>
        Signature {signature.sequence} of the practice, fingerprint (SHA-256) <code>{signature.fingerprint}</code>
      </p>
    </>
  )
}
