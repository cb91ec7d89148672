// The practice's data, how the app behaves, and the keys to the vault.
import { Button } from '@mantine/core'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { BackupSettings } from '#renderer/features/backups/index.ts'
import { EmergencySheet } from '#renderer/features/emergencySheet/index.ts'
import { showShortcuts } from '#renderer/features/shortcuts/index.ts'
import { TemplateSettings } from '#renderer/features/templates/index.ts'
import { RetentionSettings } from '#renderer/features/retention/index.ts'
import { RecordTools } from '#renderer/features/record/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { focusAnyhow, usePlace, usePlaces } from '#renderer/ui/places.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { BehaviourSettings } from './BehaviourSettings.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { ComputerUnlock } from './ComputerUnlock.tsx'
import { DateSettings } from './DateSettings.tsx'
import { DiagnosticsSettings } from './DiagnosticsSettings.tsx'
import { FileSettings } from './FileSettings.tsx'
import { NoteSettings } from './NoteSettings.tsx'
import { PracticeForm } from './PracticeForm.tsx'
import { RenewRecoveryCode } from './RenewRecoveryCode.tsx'
import { WhatProtectsWhat } from './WhatProtectsWhat.tsx'
import screen from '#renderer/ui/screen.module.css'
import classes from './SettingsScreen.module.css'
import { Link, useLocation } from 'wouter'
import { useEffect, useId, useRef, type PropsWithChildren } from 'react'
import { paths } from '#renderer/app/routes.ts'
import { WritableFields } from '#renderer/ui/Writable.tsx'

interface ScreenProps {
  /** The group of settings that it opens at; null: where it was left. */
  at: string | null
}

export function SettingsScreen({ at }: ScreenProps) {
  const record = useAnswer('practice:get', {})
  const info = useAnswer('app:info', {})
  const pane = usePaneScroll<HTMLDivElement>('settings', record.data !== undefined)
  const places = usePlaces()
  const isReady = record.data !== undefined
  // After the pane has scrolled to where it was left.
  useEffect(() => {
    if (at !== null && isReady) places.focus(at)
  }, [at, isReady, places])
  return (
    <div className={screen.screen} ref={pane}>
      <div className={classes.column}>
        <ScreenHeading>Settings</ScreenHeading>
        {record.error && <FailureNotice failure={record.error} onRetry={() => void record.refetch()} />}
        {record.data && (
          <>
            <h2 className={classes.group}>Practice and notes</h2>
            <SettingsSection title="Practice" about="Printed on every page of a patient file and with your signature.">
              <WritableFields>
                <PracticeForm practice={record.data.practice} />
              </WritableFields>
            </SettingsSection>
            <SettingsSection title="Notes">
              <WritableFields>
                <NoteSettings settings={record.data.settings} />
              </WritableFields>
            </SettingsSection>
            <SettingsSection
              title="Templates"
              about="What sessions of one kind start with. You find them under the arrow beside “New session”; a client can have a template of their own."
            >
              <WritableFields>
                <TemplateSettings />
              </WritableFields>
            </SettingsSection>
            <SettingsSection title="Phrases" about="Text that you call up with a few letters, with blanks to fill in.">
              <LinkTo path={paths.phrases}>Phrases</LinkTo>
            </SettingsSection>
            <SettingsSection
              title="Consents"
              about="Which consents your clients give, with which words, for how long, and which areas are not treated without one."
            >
              <LinkTo path={paths.consentRules}>Consent rules</LinkTo>
            </SettingsSection>
            <SettingsSection
              title="Providers"
              about="Doctors, physiotherapists and others whom your clients also see, in one directory."
            >
              <LinkTo path={paths.providers}>Providers</LinkTo>
            </SettingsSection>
            <SettingsSection
              title="Health"
              about="What you ask your clients, what each answer means, and how often all of it is reviewed."
            >
              <Button component={Link} href={paths.questionnaire} variant="default">
                Questionnaire
              </Button>
            </SettingsSection>
            <h2 className={classes.group}>Security</h2>
            <SettingsSection title="Lock and files">
              <WritableFields>
                <BehaviourSettings settings={record.data.settings} />
              </WritableFields>
            </SettingsSection>
            <SettingsSection title="Passphrase" about="It opens your records. New keys encrypt all of them again.">
              <WritableFields>
                <ChangePassphrase />
              </WritableFields>
            </SettingsSection>
            <SettingsSection title="Recovery code" about="The way back in when the passphrase is forgotten.">
              <WritableFields>
                <RenewRecoveryCode />
              </WritableFields>
            </SettingsSection>
            <SettingsSection
              title="This computer’s keyring"
              about="A quicker way in beside the passphrase. Off unless you want it."
            >
              <ComputerUnlock />
            </SettingsSection>
            <SettingsSection
              title="In an emergency"
              about="One page for the person who takes care of the records if you can’t."
            >
              <EmergencySheet settings={record.data.settings} />
            </SettingsSection>
            <SettingsSection
              title="What protects what"
              about="Theft, a lost stick, a forgotten passphrase, ransomware, a court order."
            >
              <WhatProtectsWhat />
            </SettingsSection>
            <h2 className={classes.group}>Backups and files</h2>
            <SettingsSection
              title="Backups"
              about="Encrypted copies of the vault in other places, verified when they are made."
              place="backups"
            >
              <BackupSettings />
            </SettingsSection>
            <SettingsSection title="Vault" about="The folder with all your records, encrypted.">
              <FileSettings />
            </SettingsSection>
            <h2 className={classes.group}>Records</h2>
            <SettingsSection
              title="Record"
              about="Check that every signed note is still as it was signed. A seal that you keep somewhere else proves it to others."
            >
              <RecordTools />
            </SettingsSection>
            <SettingsSection
              title="Audit log"
              about="What was done with which record, and when. No word of a record is in it."
            >
              <ButtonTo path={paths.auditLog}>Audit log</ButtonTo>
            </SettingsSection>
            <SettingsSection
              title="Retention"
              about="How long a client’s record is kept. Archived clients past their date are listed; nothing is erased by itself."
            >
              <RetentionSettings />
            </SettingsSection>
            <SettingsSection
              title="Closing"
              about="When you stop working: letters to clients, and the records for whoever keeps them next. Nothing is deleted."
            >
              <ButtonTo path={paths.closing}>Close the practice</ButtonTo>
            </SettingsSection>
            <h2 className={classes.group}>This computer</h2>
            <SettingsSection title="Appearance">
              <AppearanceSettings />
            </SettingsSection>
            <SettingsSection title="Dates and times" about="How this computer shows them.">
              <DateSettings />
            </SettingsSection>
            <SettingsSection title="Keyboard" about="Everything can be done without a mouse.">
              <Button variant="default" onClick={showShortcuts}>
                Keyboard shortcuts
              </Button>
            </SettingsSection>
            <SettingsSection title="Diagnostics" about="Where Palpate itself went wrong.">
              <DiagnosticsSettings />
            </SettingsSection>
            <SettingsSection title="About">
              <p className={classes.about}>
                Palpate {info.data?.version ?? ''}. Everything stays on this computer: the app opens no network
                connection.
              </p>
            </SettingsSection>
          </>
        )}
      </div>
    </div>
  )
}

/** A way from the settings to a screen of its own. */
function ButtonTo({ path, children }: PropsWithChildren<{ path: string }>) {
  const [, navigate] = useLocation()
  return (
    <Button variant="default" onClick={() => navigate(path)}>
      {children}
    </Button>
  )
}

/** A link from the settings to one of the practice's lists. */
const LinkTo = ({ path, children }: PropsWithChildren<{ path: string }>) => (
  <Button component={Link} href={path} variant="default">
    {children}
  </Button>
)

interface Props extends PropsWithChildren {
  title: string
  /** What the group is for, where its name does not say it. */
  about?: string
  /** The name by which others lead to it. */
  place?: string
}

/** One group of settings: its name on the left, its boxes on the right. */
function SettingsSection({ title, about, place, children }: Props) {
  const id = useId()
  const section = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  usePlace(place ?? null, {
    focus() {
      focusAnyhow(heading.current)
      section.current?.scrollIntoView({ block: 'start' })
    },
  })
  return (
    <section ref={section} className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} ref={heading}>
          {title}
        </h3>
        {about !== undefined && <p>{about}</p>}
      </div>
      <div>{children}</div>
    </section>
  )
}
