// The dialog in which a form of consent is made or changed.
import { Checkbox, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useKeptForm, type Reading } from '#renderer/bridge/keptTexts.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import { consentKinds, validities } from '#shared/domain/consent/consent.ts'
import { consentForm, type ConsentForm } from '#shared/domain/consent/forms.ts'
import { regionById } from '#shared/domain/bodymap/regions.ts'
import { kindWords, pairsOf, pairWords, validityWords } from './consentWords.ts'
import classes from './ConsentDialog.module.css'

/** The name under which a half-typed form is kept in the vault. */
export const consentFormForm = (id: string | null): string => `consent-form-${id ?? 'new'}`

interface Props {
  /** Null for a new one. */
  form: ConsentForm | null
  isSaving: boolean
  failure: Failure | null
  onSave: (form: ConsentForm, leave: () => void) => void
  onClose: () => void
}

/** Areas that a form can guard; those that one guards already are offered beside them. */
const guardable = [
  'chest.breast',
  'chest.clavicular-pectoral',
  'chest.lateral-pectoral',
  'chest.sternum',
  'abdomen.upper',
  'abdomen.lower',
  'pelvis.groin',
  'pelvis.pubic',
  'thigh.adductors',
  'hip.gluteus-maximus',
  'hip.gluteus-medius',
  'back.coccyx',
]

type Field = 'name' | 'kind' | 'text' | 'validity' | 'pairs' | 'isRequired' | 'offersWitness' | 'needsTherapist'
type Texts = Readonly<Record<Field, string>>

const flag = (isSet: boolean) => (isSet ? 'yes' : '')
const textsOf = (form: ConsentForm | null): Texts => ({
  name: form?.name ?? '',
  kind: form?.kind ?? 'own',
  text: form?.text ?? '',
  validity: form?.validity ?? 'until withdrawn',
  pairs: pairsOf(form?.regionIds ?? []).join(','),
  isRequired: flag(form?.isRequired ?? false),
  offersWitness: flag(form?.offersWitness ?? false),
  needsTherapist: flag(form?.needsTherapist ?? false),
})

const listed = (text: string) => text.split(',').filter(Boolean)
const regionsOf = (pair: string) => [`${pair}.right`, `${pair}.left`, pair].filter((id) => regionById(id))

function readForm(id: string, texts: Texts): Reading<Field, ConsentForm> {
  if (texts.name.trim() === '') return { problems: { name: 'A name is needed.' } }
  if (texts.text.trim() === '') return { problems: { text: 'Write what the client agrees to.' } }
  const parsed = consentForm.safeParse({
    id,
    kind: texts.kind,
    name: texts.name,
    text: texts.text,
    validity: texts.validity,
    regionIds: listed(texts.pairs).flatMap(regionsOf),
    isRequired: texts.isRequired !== '',
    offersWitness: texts.offersWitness !== '',
    needsTherapist: texts.needsTherapist !== '',
  })
  if (parsed.success) return { value: parsed.data }
  return { problems: { [parsed.error.issues[0]?.path[0] === 'name' ? 'name' : 'text']: 'This text is too long.' } }
}

export function ConsentFormDialog({ form: stored, isSaving, failure, onSave, onClose }: Props) {
  const [id] = useState(() => stored?.id ?? crypto.randomUUID())
  const form = useKeptForm<Field, ConsentForm>(consentFormForm(stored?.id ?? null), textsOf(stored), (texts) =>
    readForm(id, texts),
  )
  const { values } = form
  const pairs = listed(values.pairs)
  const box = (field: Field, label: string) => ({
    label,
    dir: 'auto' as const,
    autoComplete: 'off',
    ...form.getInputProps(field),
  })
  const tick = (field: Field, label: string) => (
    <Checkbox
      label={label}
      checked={values[field] !== ''}
      onChange={(event) => form.setFieldValue(field, flag(event.currentTarget.checked))}
    />
  )
  const leave = () => {
    form.forget()
    onClose()
  }
  return (
    <FormDialog
      title={stored === null ? 'New form' : 'Change form'}
      size={680}
      form={form}
      failure={failure}
      saveLabel="Save form"
      isSaving={isSaving}
      onSave={(value) => onSave(value, leave)}
      onLeave={leave}
    >
      <TextInput {...box('name', 'Name')} data-autofocus />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        <NativeSelect
          {...box('kind', 'Consent to')}
          data={consentKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <NativeSelect
          {...box('validity', 'Valid')}
          data={validities.map((value) => ({ value, label: validityWords[value] }))}
        />
      </SimpleGrid>
      <Textarea {...box('text', 'Words that the client signs')} autosize minRows={4} maxRows={12} />
      <Checkbox.Group
        label="Guarded areas"
        description="When one of them is treated without this consent, the session asks."
        value={pairs}
        onChange={(next) => form.setFieldValue('pairs', next.join(','))}
      >
        <div className={classes.choices}>
          {[...new Set([...guardable, ...pairs])].map((pair) => (
            <Checkbox key={pair} value={pair} label={pairWords(pair)} />
          ))}
        </div>
      </Checkbox.Group>
      <Stack gap="md">
        {tick('isRequired', 'No session is signed without it')}
        {tick('offersWitness', 'A witness is offered')}
        {tick('needsTherapist', 'The therapist signs by hand too')}
      </Stack>
    </FormDialog>
  )
}
