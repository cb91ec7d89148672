// The patient file as it is printed: who, the alert, what the file holds, and every session newest first.
import type { PatientFile } from '#shared/contract/patientFile.ts'
import classes from './paper.module.css'
import { SessionArticle } from './SessionArticle.tsx'
import { TitleBlock } from './TitleBlock.tsx'

interface Props {
  file: PatientFile
}

/** The whole file on paper. Always light, whatever the screen's theme; its outline is the client and one entry a session. */
export function PatientFileDocument({ file }: Props) {
  return (
    <div className={classes.paper} lang="en">
      <TitleBlock file={file} />
      {file.sessions.map((session) => (
        <SessionArticle
          key={session.id}
          session={session}
          practiceName={file.practice.name}
          withDrawing={file.options.includeBodyMaps}
        />
      ))}
      {file.sessions.length > 0 && <p className={classes.end}>End of the file</p>}
    </div>
  )
}
