// Changes a template, or makes one: its name, length, measures and the skeletons of the four sections.
import { Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import { MeasureChoice } from '#renderer/ui/MeasureChoice.tsx'
import { sectionIds, sectionNames } from '#shared/domain/note/sections.ts'
import type { Template } from '#shared/domain/template/template.ts'
import classes from './TemplateDialog.module.css'
import {
  isUnreadable,
  measuresOf,
  readTemplate,
  textOfMeasures,
  textsOfTemplate,
  unknownParts,
  unknownPartWords,
  type TemplateField,
} from './templateTexts.ts'

interface Props {
  template: Template
  /** The name under which what is typed is kept in the vault. */
  form: string
  title: string
  onClose: () => void
}

export function TemplateDialog({ template, form: name, title, onClose }: Props) {
  const [start] = useState(() => textsOfTemplate(template))
  const form = useKeptForm(name, start, (texts) => readTemplate(texts, template))
  const [failure, setFailure] = useState<Failure | null>(null)
  const put = useMutationOf('template:put')
  const unknown = unknownParts(template)

  const box = (field: TemplateField, label: string) => ({
    label,
    ...form.getInputProps(field),
    dir: 'auto' as const,
    autoComplete: 'off',
  })

  function leave() {
    form.forget()
    onClose()
  }

  function save(changed: Template) {
    setFailure(null)
    put.mutate({ template: changed }, { onSuccess: leave, onError: setFailure })
  }

  return (
    <FormDialog
      title={title}
      size={680}
      form={form}
      failure={failure}
      saveLabel="Save template"
      isSaving={put.isPending}
      onSave={save}
      onLeave={leave}
    >
      <div className={classes.head}>
        <TextInput {...box('name', 'Name')} required data-autofocus />
        <TextInput {...box('length', 'Length in minutes')} inputMode="numeric" placeholder="as last time" />
      </div>
      <MeasureChoice
        label="Measures"
        description="Left empty, the session asks for what every session asks for."
        value={measuresOf(form.values.measures)}
        onChange={(measures) => form.setFieldValue('measures', textOfMeasures(measures, form.values.measures))}
      />
      <Text size="sm" c="dimmed">
        Words in double braces are blanks to fill in: <code>{'{{pain since}}'}</code> <code>{'{{side}}'}</code>{' '}
        <code>{'{{region}}'}</code> <code>{'{{0-10}}'}</code> <code>{'{{choice: mild|severe}}'}</code>.{' '}
        <code>{'{{client.preferredName}}'}</code> and <code>{'{{today}}'}</code> are filled in by themselves.
      </Text>
      {sectionIds.map((section) =>
        isUnreadable(template, section) ? (
          <Text key={section} size="sm">
            {sectionNames[section]} was written by a newer version. It is kept as it is, and not used here.
          </Text>
        ) : (
          <Textarea key={section} {...box(section, sectionNames[section])} autosize minRows={2} maxRows={10} />
        ),
      )}
      {unknown.length > 0 && (
        <Text size="sm" role="note">
          {unknownPartWords(unknown)}
        </Text>
      )}
    </FormDialog>
  )
}
