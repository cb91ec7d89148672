// How long records are kept: a rule of the list, or the practice's own. What is typed is kept in the vault until it is saved.
import { Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import {
  presetsInOrder,
  retentionPresets,
  type ChosenRetention,
  type RetentionPresetId,
} from '#shared/domain/retention/retentionRule.ts'
import { readRule, textsOf, type RuleTexts } from './ruleTexts.ts'
import { ruleWords } from './retentionWords.ts'
import { WritableFields } from '#renderer/ui/Writable.tsx'

export function RetentionSettings() {
  const rule = useAnswer('retention:rule', {})
  return (
    <Stack gap="lg">
      {rule.error && <FailureNotice failure={rule.error} onRetry={() => void rule.refetch()} />}
      {/* Anew for each stored rule: a form begins with what is stored. */}
      {rule.data && (
        <WritableFields>
          <RuleForm key={JSON.stringify(rule.data)} chosen={rule.data.chosen} />
        </WritableFields>
      )}
      <Group>
        <Button component={Link} href={paths.retention} variant="default">
          Past their retention date
        </Button>
      </Group>
    </Stack>
  )
}

const options = [
  { value: '', label: 'Not chosen' },
  ...presetsInOrder.map((id) => ({ value: id, label: retentionPresets[id].name })),
  { value: 'own', label: 'Own rule' },
]
const isPreset = (value: string): value is RetentionPresetId => value in retentionPresets

function RuleForm({ chosen }: { chosen: ChosenRetention | null }) {
  const start = textsOf(chosen)
  const form = useKeptForm<keyof RuleTexts, ChosenRetention | null>('retention rule', start, readRule)
  const save = useMutationOf('retention:saveRule')
  const { preset, hasMinors } = form.values

  const submit = form.onSubmit((value) => {
    if (!save.isPending) save.mutate({ chosen: value }, { onSuccess: form.forget })
  })
  function discard() {
    form.setValues(start)
    form.forget()
  }
  const number = (field: keyof RuleTexts, label: string) => ({
    label,
    ...form.getInputProps(field),
    maxLength: 3,
    inputMode: 'numeric' as const,
    styles: { input: { maxWidth: 120 } },
  })

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <NativeSelect label="Keep records" data={options} {...form.getInputProps('preset')} maw={360} />
        {isPreset(preset) && (
          <div>
            <Text>{ruleWords(retentionPresets[preset].rule)}.</Text>
            <Text size="sm" c="dimmed">
              Source: {retentionPresets[preset].source} Check it against the rules that bind you.
            </Text>
          </div>
        )}
        {preset === 'own' && (
          <>
            <TextInput {...number('yearsAfterLast', 'Years after the last entry')} />
            <Switch
              label="Clients under age are kept longer"
              description="Counted from the day on which they come of age. The later day counts."
              checked={hasMinors === 'yes'}
              onChange={(event) => form.setFieldValue('hasMinors', event.currentTarget.checked ? 'yes' : '')}
            />
            {hasMinors === 'yes' && (
              <>
                <TextInput {...number('ageOfMajority', 'Age of majority')} />
                <TextInput {...number('yearsAfterMajority', 'Years after coming of age')} />
              </>
            )}
          </>
        )}
        {save.error && <FailureNotice failure={save.error} />}
        {form.isChanged && (
          <Group gap="sm">
            <Button variant="default" onClick={discard}>
              Discard changes
            </Button>
            <Button type="submit" loading={save.isPending}>
              Save rule
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
