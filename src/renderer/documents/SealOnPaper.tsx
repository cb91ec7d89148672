// At the end of the file: the seal of the practice's record, as a QR code and as text.
import makeCode from 'qrcode-generator'
import type { SealRecord } from '#shared/contract/record.ts'
import { instantWordsToTheSecond } from '#renderer/ui/dateWords.ts'
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

/** Modules of white around the code (ISO/IEC 18004 asks for four). */
const quiet = 4

/**
 * A text as a QR code, drawn as one path: sharp at any size, and small in a file.
 * @param text upper-case letters, digits, space and `$%*+-./:` only: these take least room
 * @returns the side of the square in modules, with the white around the code, and the dark modules as an SVG path
 */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  const code = makeCode(0, 'M')
  code.addData(text, 'Alphanumeric')
  code.make()
  const count = code.getModuleCount()
  const places = Array.from({ length: count }, (_, place) => place)
  // Runs of dark modules in a row are one step each: single squares would show hairlines between them.
  const rows = places.flatMap((row) =>
    places
      .filter((column) => code.isDark(row, column) && (column === 0 || !code.isDark(row, column - 1)))
      .map((start) => {
        const end = places.find((column) => column > start && !code.isDark(row, column)) ?? count
        return `M${start + quiet} ${row + quiet}h${end - start}v1h${start - end}z`
      }),
  )
  return { size: count + 2 * quiet, path: rows.join('') }
}
