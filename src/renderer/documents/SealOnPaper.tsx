// At the end of the file: the seal of the practice's record, as a QR code and as text.
import type { SealRecord } from '#shared/contract/record.ts'
import { instantWordsToTheSecond } from '#renderer/ui/dateWords.ts'
import { qrCode } from './qrCode.ts'
import classes from './SealOnPaper.module.css'

interface Props {
  seal: SealRecord
  /** The file's closing line, beside the code. */
  end: string
}

export function SealOnPaper({ seal, end }: Props) {
  const { size, path } = qrCode(seal.line)
  return (
    <div className={classes.seal} role="group" aria-label="Seal of the record">
      <svg
        className={classes.code}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label="QR code of the seal, which is printed beside it"
      >
        <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
        <path d={path} />
      </svg>
      <div>
        <p>
          <b>Seal of the record</b>, made on {instantWordsToTheSecond(seal.madeAt, null)}, vault’s key{' '}
          <span className={classes.key}>{seal.key}</span>
        </p>
        <p className={classes.about}>
          It holds the practice’s newest fingerprint, that of signature {seal.sequence}, and says nothing of any client.
          Whoever has the practice’s record can check with it that nothing signed until then was changed or taken out
          since.
        </p>
        <p>
          <code className={classes.line}>{seal.line}</code>
        </p>
        <p className={classes.end}>{end}</p>
      </div>
    </div>
  )
}
