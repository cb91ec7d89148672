// The beginning of the file as it will look on paper, on a sheet that fits the pane.
import { Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { PatientFile } from '#shared/contract/patientFile.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { pageMargins, paperDimensions } from '#renderer/documents/paperSheet.ts'
import { PatientFileDocument } from '#renderer/documents/PatientFileDocument.tsx'
import classes from './PatientFileDialog.module.css'
import type { Tally } from './fileChoices.ts'

interface Props {
  /** Null while there is nothing to show yet. */
  file: PatientFile | null
  tally: Tally | null
}

const previewedSessions = 5
const pixelsPerMillimetre = 96 / 25.4
const paneMargin = 48

export function FilePreview({ file, tally }: Props) {
  const { ref, width } = useElementSize()
  if (tally?.included === 0) return <NothingToPrint tally={tally} />
  const paper = file && paperDimensions[file.options.paperSize]
  const zoom = paper ? Math.max(0.3, Math.min(1, (width - paneMargin) / (paper.width * pixelsPerMillimetre))) : 1
  const more = file ? file.sessions.length - previewedSessions : 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keyboard
    <div ref={ref} className={classes.desk} role="region" aria-label="Preview" tabIndex={0}>
      {file && paper && width > 0 && (
        <div
          className={classes.sheet}
          style={{
            zoom,
            width: `${paper.width}mm`,
            minHeight: `${paper.height}mm`,
            padding: `${pageMargins.top}mm ${pageMargins.side}mm ${pageMargins.bottom}mm`,
          }}
        >
          <PatientFileDocument file={file} first={previewedSessions} />
        </div>
      )}
      {more > 0 && (
        <p className={classes.more}>
          {countWords(more, 'more session')} {more === 1 ? 'is' : 'are'} in the file.
        </p>
      )}
    </div>
  )
}

function NothingToPrint({ tally }: { tally: Tally }) {
  return (
    <div className={classes.empty}>
      <Text fw={650} size="lg">
        No session to print
      </Text>
      <Text c="dimmed" maw={340}>
        {tally.draftsLeftOut > 0
          ? `There ${tally.draftsLeftOut === 1 ? 'is' : 'are'} ${countWords(tally.draftsLeftOut, 'unsigned draft')} in this period. Sign the note, or include drafts.`
          : tally.outside > 0
            ? 'This client has no session in this period. Choose another one.'
            : 'This client has no session yet.'}
      </Text>
    </div>
  )
}
