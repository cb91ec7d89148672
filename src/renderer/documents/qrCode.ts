// A text as a QR code, drawn as one path: sharp at any size, and small in a file.
import makeCode from 'qrcode-generator'

/** Modules of white around the code (ISO/IEC 18004 asks for four). */
const quiet = 4

/**
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
