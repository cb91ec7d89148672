// The patient file as it is printed: who, the alert, what the file holds, and every session newest first.
import type { PatientFile } from '#shared/contract/patientFile.ts'
import { HealthOnPaper } from './HealthOnPaper.tsx'
import classes from './paper.module.css'
import { SealOnPaper } from './SealOnPaper.tsx'
import { SessionArticle } from './SessionArticle.tsx'
import { TitleBlock } from './TitleBlock.tsx'

interface Props {
  file: PatientFile
  /** How many of the newest sessions are shown; all by default. */
  first?: number
}

const endOfFile = 'End of the file'

/** The whole file on paper. Always light, whatever the screen's theme; its outline is the client and one entry a session. */
export function PatientFileDocument({ file, first = file.sessions.length }: Props) {
  const sessions = file.sessions.slice(0, first)
  const isWhole = sessions.length > 0 && sessions.length === file.sessions.length
  return (
    <div className={classes.paper} lang="en">
      <TitleBlock file={file} />
      {file.health?.current && (
        <HealthOnPaper health={file.health} current={file.health.current} practiceName={file.practice.name} />
      )}
      {sessions.map((session) => (
        <SessionArticle
          key={session.id}
          session={session}
          practiceName={file.practice.name}
          withDrawing={file.options.includeBodyMaps}
        />
      ))}
      {isWhole &&
        (file.seal ? <SealOnPaper seal={file.seal} end={endOfFile} /> : <p className={classes.end}>{endOfFile}</p>)}
    </div>
  )
}
