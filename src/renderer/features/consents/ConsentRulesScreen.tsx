// The practice's rules for consents: the place that they begin with, its source, the age of a guardian, and the forms.
import { ActionIcon, Anchor, Button, NativeSelect, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { paths } from '#renderer/app/routes.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { DataTable } from '#renderer/ui/DataTable.tsx'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import { Question } from '#renderer/ui/Question.tsx'
import { useIsWritable, WhenWritable, WritableFields } from '#renderer/ui/Writable.tsx'
import screen from '#renderer/ui/screen.module.css'
import { places, type ConsentForm, type ConsentRules, type Place } from '#shared/domain/consent/forms.ts'
import { consentPresets } from '#shared/domain/consent/presets.ts'
import { ConsentFormDialog, consentFormForm } from './ConsentFormDialog.tsx'
import { kindWords, regionWords, validityWords } from './consentWords.ts'
import classes from './ConsentRulesScreen.module.css'

const none = ''
const ages = Array.from({ length: 12 }, (_, index) => String(14 + index))

export function ConsentRulesScreen() {
  const answer = useAnswer('consent:rules', {})
  const pane = usePaneScroll<HTMLDivElement>('consentRules', answer.data !== undefined)
  return (
    <div className={screen.screen} ref={pane}>
      <div className={classes.column}>
        <header>
          <BackLink href={paths.settings}>Settings</BackLink>
          <ScreenHeading>Consent rules</ScreenHeading>
        </header>
        {answer.error && <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.data && <Rules rules={answer.data.rules} />}
      </div>
    </div>
  )
}

function Rules({ rules }: { rules: ConsentRules | null }) {
  const save = useMutationOf('consent:saveRules')
  /** The place that was chosen while there are rules already: its forms would take their place. */
  const [asked, setAsked] = useState<Place | null>(null)
  const put = (next: ConsentRules | null) => save.mutate({ rules: next }, { onError: notifyFailure })
  const begin = (place: Place) => put({ place, ...consentPresets[place].rules })
  const choose = (value: string) => {
    const place = places.find((one) => one === value)
    if (place === undefined) put(null)
    else if (rules === null) begin(place)
    else setAsked(place)
  }
  const preset = rules && consentPresets[rules.place]
  return (
    <WritableFields>
      <Stack gap="md">
        <NativeSelect
          className={classes.place ?? ''}
          label="Begin with the rules of"
          value={rules?.place ?? none}
          data={[
            { value: none, label: 'No rules: nothing is asked for' },
            ...places.map((place) => ({ value: place, label: consentPresets[place].name })),
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {preset && (
          <Text size="sm" c="dimmed" maw={720}>
            {preset.source} Read on {longDateWords(preset.readOn)}. Everything below is yours to change.
          </Text>
        )}
        {rules === null ? (
          <Text c="dimmed" maw={640}>
            Choose where you work. You get forms with our wording, and the areas that are not treated there without a
            consent. A session then asks for what is missing.
          </Text>
        ) : (
          <>
            <NativeSelect
              className={classes.age ?? ''}
              label="A guardian signs for clients under"
              value={String(rules.ageOfMajority)}
              data={ages.map((age) => ({ value: age, label: `${age} years` }))}
              onChange={(event) => put({ ...rules, ageOfMajority: Number(event.currentTarget.value) })}
            />
            <Forms rules={rules} />
          </>
        )}
      </Stack>
      <Question
        isOpen={asked !== null}
        title="Replace your forms?"
        onKeep={() => setAsked(null)}
        act="Replace"
        onAct={() => {
          if (asked) begin(asked)
          setAsked(null)
        }}
      >
        <Text>
          The forms of {asked && consentPresets[asked].name} replace the ones that you have now, with every change that
          you made. Consents that were given before stay as they are.
        </Text>
      </Question>
    </WritableFields>
  )
}

/** The form that is being changed; null for a new one. */
type Open = { readonly form: ConsentForm | null }

/** A form that a lock interrupted is restored. */
function keptDialog(forms: readonly ConsentForm[]): Open | null {
  if (areTextsKept(consentFormForm(null))) return { form: null }
  const form = forms.find(({ id }) => areTextsKept(consentFormForm(id)))
  return form ? { form } : null
}

function Forms({ rules }: { rules: ConsentRules }) {
  const { forms } = rules
  const save = useMutationOf('consent:saveRules')
  const isWritable = useIsWritable()
  const [open, setOpen] = useState<Open | null>(() => keptDialog(forms))

  function keep(form: ConsentForm, leave: () => void) {
    const isKnown = forms.some(({ id }) => id === form.id)
    const next = isKnown ? forms.map((one) => (one.id === form.id ? form : one)) : [...forms, form]
    save.mutate({ rules: { ...rules, forms: next } }, { onSuccess: leave })
  }

  function remove({ id, name }: ConsentForm) {
    const undo = () => save.mutateAsync({ rules })
    const notify = () => notifyWithUndo(`form-${id}`, `Form ${name} deleted`, undo)
    const next = forms.filter((form) => form.id !== id)
    save.mutate({ rules: { ...rules, forms: next } }, { onError: notifyFailure, onSuccess: notify })
  }

  return (
    <section aria-labelledby="consent-forms">
      <div className={classes.head}>
        <h2 id="consent-forms">Forms</h2>
        <WhenWritable>
          <Button variant="default" size="compact-md" onClick={() => setOpen({ form: null })}>
            New form
          </Button>
        </WhenWritable>
      </div>
      {forms.length === 0 ? (
        <Text c="dimmed">No forms yet: nothing is asked for.</Text>
      ) : (
        <div className={`${screen.boxed} ${classes.box}`}>
          <DataTable caption="Forms" hasHead columns={['Form', 'Consent to', 'Valid', 'Guarded areas', 'Delete']}>
            {forms.map((form) => (
              <tr key={form.id}>
                <th scope="row">
                  <Anchor
                    component="button"
                    type="button"
                    className={classes.name ?? ''}
                    dir="auto"
                    disabled={!isWritable}
                    onClick={() => setOpen({ form })}
                  >
                    {form.name}
                  </Anchor>
                  {form.isRequired && <span className={classes.required}>No session without it</span>}
                </th>
                <td>{kindWords[form.kind]}</td>
                <td>{validityWords[form.validity]}</td>
                <td>{regionWords(form.regionIds) || '–'}</td>
                <td className={classes.act}>
                  <WhenWritable>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      c="var(--p-muted)"
                      aria-label={`Delete ${form.name}`}
                      onClick={() => remove(form)}
                    >
                      <IconTrash size={16} stroke={1.7} aria-hidden />
                    </ActionIcon>
                  </WhenWritable>
                </td>
              </tr>
            ))}
          </DataTable>
        </div>
      )}
      {open && isWritable && (
        <ConsentFormDialog
          form={open.form}
          isSaving={save.isPending}
          failure={save.error}
          onSave={keep}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
