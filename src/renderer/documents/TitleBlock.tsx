// The head of the patient file: the client, the practice, the alert, the client's data, and what this file holds.
import type { PatientFile } from '#shared/contract/patientFile.ts'
import type { NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { clientCode, displayName } from '#shared/domain/client.ts'
import { instantWords, longDateWords } from '#renderer/ui/dateWords.ts'
import { ageOn, dayAt, offsetHere } from '#shared/domain/time.ts'
import { Data } from './parts.tsx'
import dataClasses from './Data.module.css'
import classes from './TitleBlock.module.css'
import { scopeWords } from './scopeWords.ts'

/** Above so many characters a name is set smaller, so that the longest still leaves room for the rest of the page. */
const longNameLength = 70

export function TitleBlock({ file }: { file: PatientFile }) {
  const { practice } = file
  const { fields } = file.client
  const name = displayName(fields)
  const age = ageOn(fields.dateOfBirth, dayAt(file.composedAt, offsetHere(file.composedAt)))
  return (
    <div className={classes.titleBlock}>
      <div className={classes.masthead}>
        <div className={classes.subject}>
          <p className={classes.kind}>Patient file · Client {clientCode(file.client.id)}</p>
          <h1
            className={name.length > longNameLength ? `${classes.client} ${classes.longName}` : classes.client}
            dir="auto"
          >
            {name}
          </h1>
        </div>
        <address className={classes.practice} aria-label="Practice">
          <b dir="auto">{practice.name}</b>
          <Lines
            of={[
              [practice.therapistName, practice.credentials].filter(Boolean).join(', '),
              practice.licenceNumber && `Licence ${practice.licenceNumber}`,
              practice.address,
              practice.phone,
            ]}
          />
        </address>
      </div>
      {fields.alert && (
        <p className={classes.alert}>
          <b>Alert</b> <span dir="auto">{fields.alert}</span>
        </p>
      )}
      <NoGoAreas of={file.sessions[0]?.noGoAreas ?? []} />
      <dl className={dataClasses.clientData}>
        <Data
          name="Date of birth"
          value={fields.dateOfBirth && `${longDateWords(fields.dateOfBirth)}${age === null ? '' : ` (age ${age})`}`}
        />
        <Data name="Pronouns" value={fields.pronouns} />
        <Data name="Phone" value={fields.phone} />
        <Data name="E-mail" value={fields.email} />
        <Data name="Address" value={fields.address} />
        <Data name="Occupation" value={fields.occupation} />
        <Data name="Emergency contact" value={fields.emergencyContact} />
        <Data name="Referring provider" value={fields.referringProvider} />
      </dl>
      <p className={classes.scope}>
        {scopeWords(file)} Composed on {instantWords(file.composedAt, null)}.
      </p>
    </div>
  )
}

/** The client's no-go areas as they are today: every session of a file carries the same. */
function NoGoAreas({ of: areas }: { of: readonly NoGoArea[] }) {
  if (areas.length === 0) return null
  return (
    <div className={classes.noGo} role="group" aria-label="No-go areas">
      <b>No-go areas</b>
      <ul>
        {areas.map(({ id, regionId, level, reason }) => (
          <li key={id} dir="auto">
            {labelOfRegion(regionId)}, {level}: {reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Lines({ of: lines }: { of: readonly string[] }) {
  return lines.filter(Boolean).map((line) => (
    <span key={line} className={classes.line} dir="auto">
      {line}
    </span>
  ))
}
