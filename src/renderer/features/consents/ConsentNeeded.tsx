// What a session needs before it is signed: told on the map at once, and asked about before the signature.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { instantWords } from '#renderer/ui/dateWords.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { displayName } from '#shared/domain/client.ts'
import { consentNeeds, isUnderAge, type ConsentNeed, type ConsentReason } from '#shared/domain/consent/forms.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { ConsentDialog } from './ConsentDialog.tsx'
import classes from './ConsentNeeded.module.css'
import { regionWords } from './consentWords.ts'
import { useConsents } from './useConsents.ts'

interface ConsentGate {
  /** What is needed and not there, as the session stands on screen. */
  readonly needs: readonly ConsentNeed[]
  /** Why, for each that has a reason. */
  readonly reasons: readonly ConsentReason[]
  readonly isAnswered: boolean
  readonly reasonOf: (need: ConsentNeed) => string
  readonly state: (need: ConsentNeed, reason: string) => void
}

/** What a reason is kept under: another one for other regions. */
const keyOf = ({ formId, regionIds }: ConsentNeed) => `${formId} ${regionIds.join(' ')}`

/** @param day of treatment, `YYYY-MM-DD` */
export function useConsentGate({ id, client }: SessionRecord, areas: readonly TreatedArea[], day: string): ConsentGate {
  const known = useConsents(client.id)
  const [typing, setTyping] = useKeptTyping<string>(`consent-reasons-${id}`)
  const needs = useMemo(() => {
    if (!known) return []
    const held = known.ofClient.consents.map((consent) => ({ ...consent, endedBy: consent.ending?.cause ?? null }))
    return consentNeeds(known.rules, held, {
      regionIds: areas.flatMap(({ regionIds }) => regionIds),
      isUnderAge: isUnderAge(client.dateOfBirth, day, known.rules),
      occasion: { sessionId: id, day, today: today() },
    })
  }, [known, areas, client.dateOfBirth, day, id])
  const reasonOf = (need: ConsentNeed) => typing[keyOf(need)] ?? ''
  const reasons = needs.flatMap((need): ConsentReason[] => {
    const reason = reasonOf(need).trim()
    return reason === '' ? [] : [{ formId: need.formId, regionIds: [...need.regionIds], reason }]
  })
  return {
    needs,
    reasons,
    isAnswered: reasons.length === needs.length,
    reasonOf,
    state: (need, reason) => setTyping({ ...typing, [keyOf(need)]: reason }),
  }
}

/** "Breast massage (left breast)". */
const needWords = ({ name, regionIds }: ConsentNeed) =>
  regionIds.length === 0 ? name : `${name}: ${regionWords(regionIds)}`

/** On the map: that a consent is missing, and the way to it. Nothing while none is. */
export function ConsentNotice({ needs, onOpen }: { needs: readonly ConsentNeed[]; onOpen: () => void }) {
  return (
    <div role="status" className={classes.notice}>
      {needs.length > 0 && (
        <Button
          variant="default"
          size="compact-sm"
          c="var(--p-warn)"
          leftSection={<IconAlertTriangle size={15} stroke={1.8} aria-hidden />}
          title={needs.map(needWords).join('\n')}
          onClick={onOpen}
        >
          Consent needed
        </Button>
      )}
    </div>
  )
}

interface Props {
  record: SessionRecord
  gate: ConsentGate
  opened: boolean
  /** It was asked because the note is about to be signed. */
  isSigning: boolean
  onClose: () => void
  onSign: () => void
}

export function ConsentNeededDialog({ record, gate, opened, isSigning, onClose, onSign }: Props) {
  const known = useConsents(record.client.id)
  const [wanted, setWanted] = useState<ConsentNeed | null>(null)
  const { needs } = gate
  return (
    <>
      <Modal opened={opened && wanted === null} onClose={onClose} title="Consent needed" size={600}>
        <Stack gap="md">
          {needs.length === 0 ? (
            <Text>This session has every consent it needs.</Text>
          ) : (
            <Text size="sm">
              Your rules ask for {needs.length === 1 ? 'a consent' : 'consents'} that this session does not have. Get{' '}
              {needs.length === 1 ? 'it' : 'them'} now, or say why there is none: the reason is signed with the note.
            </Text>
          )}
          {needs.map((need) => (
            <section key={keyOf(need)} className={classes.need} aria-label={need.name}>
              <div className={classes.line}>
                <div>
                  <strong dir="auto">{need.name}</strong>
                  {need.regionIds.length > 0 && <span className={classes.regions}>{regionWords(need.regionIds)}</span>}
                </div>
                <Button variant="default" size="compact-md" onClick={() => setWanted(need)}>
                  Get consent
                </Button>
              </div>
              <TextInput
                label="Or why there is none"
                dir="auto"
                autoComplete="off"
                maxLength={fieldTextLimit}
                value={gate.reasonOf(need)}
                onChange={(event) => gate.state(need, event.currentTarget.value)}
              />
            </section>
          ))}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} data-autofocus>
              Back to the note
            </Button>
            {isSigning && (
              <Button onClick={onSign} disabled={!gate.isAnswered}>
                Continue to signing
              </Button>
            )}
          </Group>
        </Stack>
      </Modal>
      {opened && wanted && known && (
        <ConsentDialog
          clientId={record.client.id}
          clientName={displayName(record.client)}
          known={known}
          need={wanted}
          sessionId={record.id}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  )
}

/** Of a signed note: which consents were not there, and why. Nothing where none was missing. */
export function ConsentLacks({ sessionId }: { sessionId: string }) {
  const lacks = useAnswer('consent:needed', { sessionId }).data?.lacks ?? []
  if (lacks.length === 0) return null
  return (
    <section className={classes.lacks} aria-label="Signed without consent">
      {lacks.map(({ id, name, regionIds, reason, statedAt, statedOffset }) => (
        <p key={id} dir="auto">
          <strong>Without consent “{name}”</strong>
          {regionIds.length > 0 && ` for ${regionWords(regionIds)}`}: {reason} ({instantWords(statedAt, statedOffset)})
        </p>
      ))}
    </section>
  )
}
