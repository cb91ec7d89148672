// The practice's own questionnaire: what is asked, what each answer means and where that is from, and how often all of it is reviewed.
import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { meanings, questionGroups, questionSources, type Question } from '#shared/domain/health/question.ts'
import { questionnaireOf, questions, type QuestionChange } from '#shared/domain/health/questionnaire.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { paths } from '#renderer/app/routes.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { dateWords, useDateFormat } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { FormDialog } from '#renderer/ui/FormDialog.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import screen from '#renderer/ui/screen.module.css'
import { WhenWritable, useIsWritable } from '#renderer/ui/Writable.tsx'
import { listWords } from '#shared/domain/wordLists.ts'
import classes from './QuestionnaireScreen.module.css'
import { meaningNames } from '#shared/domain/health/healthWords.ts'

const nameOf = (meaning: Question['meaning']) => (meaning === 'nothing' ? 'Nothing' : meaningNames[meaning])

export function QuestionnaireScreen() {
  const answer = useAnswer('questionnaire:get', {})
  const pane = usePaneScroll<HTMLDivElement>('questionnaire', answer.data !== undefined)
  return (
    <div className={screen.screen} ref={pane}>
      <div className={`${screen.column} ${classes.column}`}>
        <BackLink href={paths.settings}>Settings</BackLink>
        <div>
          <ScreenHeading>Questionnaire</ScreenHeading>
          <Text c="dimmed" mt="xs">
            What you ask about a client’s health, and what each answer means for massage. Your changes come before ours,
            and stay when Palpate adds new questions. Answers that were given before keep the meaning they had.
          </Text>
        </div>
        {answer.error && <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.data && (
          <>
            <ReviewRule months={answer.data.reviewMonths} />
            <Questions changes={answer.data.changes} />
          </>
        )}
      </div>
    </div>
  )
}

const never = 'never'
const monthChoices = [3, 6, 12, 24]

function ReviewRule({ months }: { months: number | null }) {
  const save = useMutationOf('questionnaire:saveRule')
  const isWritable = useIsWritable()
  const offered =
    months === null || monthChoices.includes(months)
      ? monthChoices
      : [...monthChoices, months].toSorted((a, b) => a - b)
  return (
    <NativeSelect
      className={classes.rule ?? ''}
      label="A full review is due"
      description="Washington wants health updated at every session, Alberta’s college a full review at least yearly."
      disabled={!isWritable}
      value={months ?? never}
      data={[
        ...offered.map((count) => ({ value: String(count), label: `after ${count} months` })),
        { value: never, label: 'never' },
      ]}
      onChange={({ currentTarget: { value } }) =>
        save.mutate({ reviewMonths: value === never ? null : Number(value) }, { onError: notifyFailure })
      }
    />
  )
}

function Questions({ changes }: { changes: readonly QuestionChange[] }) {
  const [edited, setEdited] = useState<Question | null>(null)
  const own = useMemo(() => new Map(questionnaireOf(changes).map((question) => [question.id, question])), [changes])
  const changeOf = (id: string) => changes.find(({ questionId }) => questionId === id)
  return (
    <>
      {questionGroups.map((group) => (
        <section key={group.id} aria-label={group.name}>
          <h2 className={classes.group}>{group.name}</h2>
          <ul className={screen.boxed}>
            {questions
              .filter((question) => question.group === group.id)
              .map((ours) => {
                const shown = own.get(ours.id)
                return (
                  <li key={ours.id} className={classes.row}>
                    <div>
                      <span dir="auto" data-left-out={!shown || undefined} className={classes.text}>
                        {(shown ?? ours).text}
                      </span>
                      <span className={classes.facts} dir="auto">
                        {shown
                          ? `${nameOf(shown.meaning)}${shown.wording === '' ? '' : `: ${shown.wording}`}`
                          : 'Left out'}
                        {changeOf(ours.id) && ' · changed by you'}
                      </span>
                    </div>
                    <WhenWritable>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={`Change: ${ours.text}`}
                        onClick={() => setEdited(ours)}
                      >
                        Change
                      </Button>
                    </WhenWritable>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
      {edited && (
        <QuestionDialog key={edited.id} ours={edited} change={changeOf(edited.id)} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

interface DialogProps {
  ours: Question
  change: QuestionChange | undefined
  onClose: () => void
}

function QuestionDialog({ ours, change, onClose }: DialogProps) {
  useDateFormat()
  const put = useMutationOf('questionnaire:change')
  const reset = useMutationOf('questionnaire:reset')
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useKeptForm(
    `question ${ours.id}`,
    {
      text: change?.text ?? ours.text,
      meaning: change?.meaning ?? ours.meaning,
      wording: change?.wording ?? ours.wording,
      leftOut: change?.isLeftOut === true ? 'yes' : '',
    },
    ({ text, meaning, wording, leftOut }): { value: QuestionChange } | { problems: { text: string } } => {
      const chosen = meanings.find((one) => one === meaning) ?? ours.meaning
      if (text.trim() === '') return { problems: { text: 'Write the question.' } }
      return {
        value: {
          questionId: ours.id,
          text: text.trim() === ours.text ? null : text,
          meaning: chosen === ours.meaning ? null : chosen,
          wording: wording.trim() === ours.wording ? null : wording,
          isLeftOut: leftOut !== '',
        },
      }
    },
  )
  const leave = () => {
    form.forget()
    onClose()
  }
  const isOurs = ({ text, meaning, wording, isLeftOut }: QuestionChange) =>
    text === null && meaning === null && wording === null && !isLeftOut
  const done = { onSuccess: leave, onError: setFailure }
  const takeBack = () => reset.mutate({ questionId: ours.id }, done)
  return (
    <FormDialog
      title="Change a question"
      size={560}
      form={form}
      failure={failure}
      saveLabel="Save question"
      isSaving={put.isPending || reset.isPending}
      onSave={(value) => (isOurs(value) ? takeBack() : put.mutate({ change: value }, done))}
      onLeave={leave}
    >
      <TextInput label="Question" dir="auto" {...form.getInputProps('text')} maxLength={fieldTextLimit} />
      <NativeSelect
        label="“Yes” and “Not sure” mean"
        data={meanings.map((meaning) => ({ value: meaning, label: nameOf(meaning) }))}
        {...form.getInputProps('meaning')}
      />
      <TextInput
        label="What to keep in mind"
        dir="auto"
        {...form.getInputProps('wording')}
        maxLength={fieldTextLimit}
      />
      <Checkbox
        label="Leave this question out"
        checked={form.values.leftOut !== ''}
        onChange={(event) => form.setFieldValue('leftOut', event.currentTarget.checked ? 'yes' : '')}
      />
      <Text c="dimmed" size="sm">
        Original: {nameOf(ours.meaning)}
        {ours.isDisputed && ', because sources disagree'}. From{' '}
        {listWords(ours.sources.map((source) => questionSources[source].name))}, read{' '}
        {dateWords(questionSources[ours.sources[0] ?? 'general'].readOn)}.
      </Text>
      {change && (
        <Group>
          <Button variant="default" size="compact-md" onClick={takeBack}>
            Restore the original
          </Button>
        </Group>
      )}
    </FormDialog>
  )
}
