// The dialog in which a consent is given: the form's words, what it covers, what was talked through, and the signature under it.
import { Checkbox, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useKeptForm, type Reading } from '#renderer/bridge/keptTexts.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import {
  consentElements,
  witnesses,
  type ConsentMark,
  type MarkRole,
  type NewConsent,
} from '#shared/domain/consent/consent.ts'
import type { ConsentForm, ConsentNeed } from '#shared/domain/consent/forms.ts'
import { elementWords, pairOf, pairsOf, pairWords, validityWords } from './consentWords.ts'
import { MarkField, mannerOf, markOf } from './MarkField.tsx'
import type { Lines } from './SignaturePad.tsx'
import classes from './ConsentDialog.module.css'
import type { useConsents } from './useConsents.ts'

interface Props {
  clientId: string
  clientName: string
  known: NonNullable<ReturnType<typeof useConsents>>
  /** What it is needed for; null where nothing asked for it. */
  need: ConsentNeed | null
  /** The session that it is given for; null while there is none. */
  sessionId: string | null
  onClose: () => void
}

/** The name under which a half-made consent is kept in the vault. The signature is not kept: it is drawn anew. */
export const consentDialogForm = (clientId: string): string => `consent-${clientId}`

const witnessWords = { 'not offered': 'Not offered', offered: 'Offered, declined', present: 'Present' } as const

interface Texts {
  readonly formId: string
  readonly areas: string
  readonly techniques: string
  readonly draping: string
  /** Pairs of regions, and elements, each separated by commas. */
  readonly pairs: string
  readonly elements: string
  readonly witness: string
  readonly name: string
  readonly manner: string
  readonly therapist: string
  readonly therapistManner: string
}
type Field = keyof Texts

const listed = (text: string) => text.split(',').filter(Boolean)
const toggled = (text: string, one: string) =>
  (listed(text).includes(one) ? listed(text).filter((other) => other !== one) : [...listed(text), one]).join(',')

/** What is remembered of the client's last consent of a form: the words that are usually the same. */
function wordsFor(form: ConsentForm, { known, need }: Pick<Props, 'known' | 'need'>) {
  const last = known.ofClient.consents.find(({ kind, name }) => kind === form.kind && name === form.name)
  const wanted = need?.formId === form.id && need.regionIds.length > 0 ? need.regionIds : last?.regionIds
  const offered = pairsOf(form.regionIds)
  const pairs = wanted === undefined ? offered : pairsOf(wanted).filter((pair) => offered.includes(pair))
  return {
    areas: last?.areas ?? '',
    techniques: last?.techniques ?? '',
    draping: last?.draping ?? '',
    pairs: pairs.join(','),
    witness: form.offersWitness ? 'offered' : 'not offered',
  }
}

export function ConsentDialog(props: Props) {
  const { clientId, clientName, known, need, sessionId, onClose } = props
  const { forms, ofClient } = known
  const [id] = useState(() => crypto.randomUUID())
  const [lines, setLines] = useState<Lines>([])
  const [therapistLines, setTherapistLines] = useState<Lines>([])
  const [isTried, setIsTried] = useState(false)
  const give = useMutationOf('consent:give')

  const formOf = (formId: string) => forms.find((form) => form.id === formId) ?? forms[0]
  const usual =
    forms.find((form) => form.id === need?.formId) ??
    forms.find((form) => ofClient.consents[0]?.kind === form.kind && ofClient.consents[0].name === form.name) ??
    forms[0]
  const roleOf = (form: ConsentForm | undefined): MarkRole =>
    ofClient.isUnderAge === true || form?.kind === 'minor' ? 'guardian' : 'client'
  const nameOf = (role: MarkRole) => (role === 'guardian' ? (ofClient.guardians[0] ?? '') : clientName)
  const start: Texts = {
    formId: usual?.id ?? '',
    ...(usual ? wordsFor(usual, props) : { areas: '', techniques: '', draping: '', pairs: '', witness: 'not offered' }),
    elements: '',
    name: nameOf(roleOf(usual)),
    manner: 'drawn',
    therapist: '',
    therapistManner: 'drawn',
  }

  function read(texts: Texts): Reading<Field, NewConsent> {
    const form = formOf(texts.formId)
    if (!form) return { problems: { formId: 'There is no form. Add one in Settings, under “Consent rules”.' } }
    const chosen = listed(texts.pairs)
    const regionIds = form.regionIds.filter((region) => chosen.includes(pairOf(region)))
    if (form.kind === 'sensitive area' && regionIds.length === 0)
      return { problems: { pairs: 'Choose at least one area.' } }
    if (
      form.validity === 'this session' &&
      sessionId === null &&
      form.kind !== 'release' &&
      form.kind !== 'photograph'
    ) {
      return {
        problems: { formId: 'This form is for one session. Start the session first, then sign it there or here.' },
      }
    }
    const role = roleOf(form)
    const main = markOf(role, texts.name, mannerOf(texts.manner), lines)
    if (main === null) return { problems: { name: 'A name and a signature are needed.' } }
    const marks: ConsentMark[] = [main]
    if (form.needsTherapist) {
      const own = markOf('therapist', texts.therapist, mannerOf(texts.therapistManner), therapistLines)
      if (own === null) return { problems: { therapist: 'A name and a signature are needed.' } }
      marks.push(own)
    }
    return {
      value: {
        id,
        clientId,
        atVisit: sessionId,
        kind: form.kind,
        name: form.name,
        text: form.text,
        language: 'en',
        areas: texts.areas,
        techniques: texts.techniques,
        draping: texts.draping,
        regionIds,
        elements: consentElements.filter((element) => listed(texts.elements).includes(element)),
        validity: form.validity,
        witness: witnesses.find((one) => one === texts.witness) ?? 'not offered',
        marks,
      },
    }
  }

  const form = useKeptForm(consentDialogForm(clientId), start, read)
  const { values } = form
  const chosen = formOf(values.formId)
  const set = (field: Field, value: string) => form.setFieldValue(field, value)
  const problem = (field: Field) => {
    const reading = isTried ? read(values) : { problems: {} as Partial<Record<Field, string>> }
    return 'problems' in reading ? reading.problems[field] : undefined
  }
  const box = (field: Field, label: string) => ({
    label,
    dir: 'auto' as const,
    autoComplete: 'off',
    ...form.getInputProps(field),
  })
  const areAllTalked = consentElements.every((element) => listed(values.elements).includes(element))

  function choose(formId: string) {
    const next = formOf(formId)
    if (!next) return
    const words = wordsFor(next, props)
    form.setValues({ ...values, formId, ...words, name: nameOf(roleOf(next)) })
  }

  function leave() {
    form.forget()
    onClose()
  }

  return (
    <FormDialog
      title="New consent"
      size={720}
      form={{ ...form, isChanged: form.isChanged || lines.length > 0 }}
      failure={give.error}
      saveLabel="Sign consent"
      isSaving={give.isPending}
      onSave={(consent) => give.mutate({ consent }, { onSuccess: leave })}
      onProblems={() => setIsTried(true)}
      onLeave={leave}
    >
      <NativeSelect
        label="Form"
        data={forms.map((one) => ({ value: one.id, label: one.name }))}
        value={values.formId}
        onChange={(event) => choose(event.currentTarget.value)}
        error={problem('formId')}
        data-autofocus
      />
      {chosen && (
        <Stack gap="md">
          <div className={classes.text}>
            <p dir="auto">{chosen.text}</p>
            <p className={classes.validity}>
              It is valid {validityWords[chosen.validity]}, and can be withdrawn at any time.
            </p>
          </div>
          {chosen.regionIds.length > 0 && (
            <Checkbox.Group label="Areas" value={listed(values.pairs)} error={problem('pairs')}>
              <div className={classes.choices}>
                {pairsOf(chosen.regionIds).map((pair) => (
                  <Checkbox
                    key={pair}
                    value={pair}
                    label={pairWords(pair)}
                    onChange={() => set('pairs', toggled(values.pairs, pair))}
                  />
                ))}
              </div>
            </Checkbox.Group>
          )}
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" verticalSpacing="md">
            <TextInput {...box('areas', chosen.kind === 'release' ? 'What, and to whom' : 'Areas in words')} />
            <TextInput {...box('techniques', 'Techniques')} />
            <TextInput {...box('draping', 'Draping')} />
          </SimpleGrid>
          <fieldset className={classes.talked}>
            <legend>Talked through</legend>
            <Checkbox
              label="All of this was talked through"
              checked={areAllTalked}
              indeterminate={!areAllTalked && values.elements !== ''}
              onChange={() => set('elements', areAllTalked ? '' : consentElements.join(','))}
            />
            <div className={classes.choices}>
              {consentElements.map((element) => (
                <Checkbox
                  key={element}
                  label={elementWords[element]}
                  checked={listed(values.elements).includes(element)}
                  onChange={() => set('elements', toggled(values.elements, element))}
                />
              ))}
            </div>
          </fieldset>
          {chosen.offersWitness && (
            <div>
              <Text size="sm" fw={600} mb={4}>
                Witness
              </Text>
              <RadioTabs
                label="Witness"
                value={witnesses.find((one) => one === values.witness) ?? 'not offered'}
                choices={witnesses.map((one) => ({ id: one, name: witnessWords[one] }))}
                onChange={(witness) => set('witness', witness)}
              />
            </div>
          )}
          <MarkField
            of={roleOf(chosen)}
            name={values.name}
            onName={(name) => set('name', name)}
            manner={mannerOf(values.manner)}
            onManner={(manner) => set('manner', manner)}
            lines={lines}
            onLines={setLines}
            problem={problem('name')}
          />
          {chosen.needsTherapist && (
            <MarkField
              of="therapist"
              name={values.therapist}
              onName={(name) => set('therapist', name)}
              manner={mannerOf(values.therapistManner)}
              onManner={(manner) => set('therapistManner', manner)}
              lines={therapistLines}
              onLines={setTherapistLines}
              problem={problem('therapist')}
            />
          )}
        </Stack>
      )}
    </FormDialog>
  )
}
