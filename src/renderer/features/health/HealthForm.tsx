// The questionnaire as the therapist fills it in: the groups of questions, the lists beside them, and the preferences at the table.
import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { memo, useDeferredValue, useMemo, useState, type ReactNode, type SyntheticEvent } from 'react'
import { flushSync } from 'react-dom'
import type { HealthVersion } from '#shared/contract/health.ts'
import type { Input } from '#shared/contract/contract.ts'
import { foldText } from '#shared/domain/folding.ts'
import { emptyHealth, type GivenAnswer, type GivenHealth } from '#shared/domain/health/health.ts'
import { questionGroups, type Question } from '#shared/domain/health/question.ts'
import { questionnaireOf } from '#shared/domain/health/questionnaire.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { DiscardQuestion } from '#renderer/ui/DiscardQuestion.tsx'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { focusFirstProblem } from '#renderer/ui/firstFocus.tsx'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { EntryLists, isNameless, Preferences, Where } from './HealthLists.tsx'
import classes from './HealthForm.module.css'
import { useHealthForm, type HealthForm as Form } from './useHealthForm.ts'

interface Props {
  clientId: string
  /** The name under which what is typed is kept. */
  name: string
  kind: Input<'health:save'>['kind']
  isShort: boolean
  /** The version in force; null before the intake. */
  current: HealthVersion | null
  /** The session at which it is asked; null for none. */
  atVisit: string | null
  /** It was saved, or what was typed was thrown away. */
  onLeave: () => void
}

const toGiven = ({ answers, ...health }: HealthVersion['health']): GivenHealth => ({
  ...health,
  answers: answers.map(({ text: _, meaning: __, wording: ___, ...answer }) => answer),
})

export function HealthForm(props: Props) {
  const questionnaire = useAnswer('questionnaire:get', {})
  if (questionnaire.error)
    return <FailureNotice failure={questionnaire.error} onRetry={() => void questionnaire.refetch()} />
  return questionnaire.data && <Filled {...props} asked={questionnaireOf(questionnaire.data.changes)} />
}

function Filled({
  clientId,
  name,
  kind,
  isShort,
  current,
  atVisit,
  onLeave,
  asked,
}: Props & { asked: readonly Question[] }) {
  const form = useHealthForm(name, current ? toGiven(current.health) : emptyHealth)
  const save = useMutationOf('health:save')
  const [isAsking, setIsAsking] = useState(false)
  const [search, setSearch] = useState('')
  const [isNameAsked, setAskedName] = useState(false)
  const shown = useDeferredValue(search)
  const questions = useMemo(() => {
    const words = foldText(shown)
    return asked.filter((question) => (!isShort || question.isShort) && foldText(question.text).includes(words))
  }, [asked, isShort, shown])
  const { told } = form
  const inAll = asked.filter((question) => !isShort || question.isShort)
  const answered = inAll.filter(({ id }) => told.answers[id]).length

  function leave() {
    form.forget()
    onLeave()
  }

  function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    if (save.isPending) return
    // An entry with words and without a name is not left out in silence.
    const nameless = told.entries.find(isNameless)
    if (nameless) {
      flushSync(() => {
        setSearch('')
        setAskedName(true)
      })
      focusFirstProblem(event.currentTarget)
      return
    }
    const health = form.given()
    save.mutate({ clientId, kind, previousId: current?.id ?? null, atVisit, isShort, health }, { onSuccess: leave })
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.pane}>
        <TextInput
          className={classes.search ?? ''}
          aria-label="Find a question"
          placeholder="Find a question"
          type="search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {questionGroups.map((group) => (
          <QuestionGroup
            key={group.id}
            name={group.name}
            questions={questions.filter((question) => question.group === group.id)}
            form={form}
          />
        ))}
        {shown === '' && (
          <>
            <EntryLists form={form} isNameAsked={isNameAsked} />
            <Preferences form={form} />
          </>
        )}
        {questions.length === 0 && <p className={classes.nothing}>No question contains these words.</p>}
      </div>
      {save.error && <FailureNotice failure={save.error} />}
      <div className={classes.foot}>
        {isAsking ? (
          <DiscardQuestion onDiscard={leave} onKeep={() => setIsAsking(false)} />
        ) : (
          <>
            <span className={classes.progress} role="status">
              {answered} of {inAll.length} answered
            </span>
            <Group gap="sm">
              <Button variant="default" onClick={() => (form.isChanged ? setIsAsking(true) : leave())}>
                Cancel
              </Button>
              <Button type="submit" loading={save.isPending}>
                Save and sign
              </Button>
            </Group>
          </>
        )}
      </div>
    </form>
  )
}

function QuestionGroup({ name, questions, form }: { name: string; questions: readonly Question[]; form: Form }) {
  const { told, noTo, answer, tell } = form
  if (questions.length === 0) return null
  const open = questions.filter(({ id }) => !told.answers[id])
  return (
    <fieldset className={classes.group}>
      <legend>{name}</legend>
      {questions.map((question) => (
        <QuestionRow key={question.id} question={question} given={told.answers[question.id]} onAnswer={answer}>
          {question.id === 'pregnancy.now' && told.answers[question.id]?.answer === 'yes' && (
            <Weeks weeks={told.pregnancyWeeks} onWeeks={(pregnancyWeeks) => tell({ pregnancyWeeks })} />
          )}
        </QuestionRow>
      ))}
      {open.length > 1 && (
        <Button variant="subtle" size="compact-sm" onClick={() => noTo(open.map(({ id }) => id))}>
          No to {open.length === questions.length ? 'all' : 'the rest'} of “{name}”
        </Button>
      )}
    </fieldset>
  )
}

const choices = [
  { id: 'no', name: 'No' },
  { id: 'yes', name: 'Yes' },
  { id: 'past', name: 'In the past' },
  { id: 'unsure', name: 'Not sure' },
] as const

interface RowProps {
  question: Question
  given: GivenAnswer | undefined
  onAnswer: (given: GivenAnswer) => void
  children?: ReactNode
}

const QuestionRow = memo(({ question, given, onAnswer, children }: RowProps) => {
  const base = given ?? { questionId: question.id, answer: 'no' as const, since: '', remark: '', regionIds: [] }
  const change = (part: Partial<GivenAnswer>) => onAnswer({ ...base, ...part })
  const isOpen = given !== undefined && given.answer !== 'no'
  return (
    <div className={classes.question} data-open={isOpen || undefined}>
      <div className={classes.ask}>
        <span aria-hidden>{question.text}</span>
        <RadioTabs<GivenAnswer['answer'] | ''>
          label={question.text}
          value={given?.answer ?? ''}
          choices={choices}
          onChange={(answer) => answer !== '' && change({ answer })}
        />
      </div>
      {isOpen && (
        <div className={classes.more}>
          <TextInput
            label="Since when"
            maxLength={fieldTextLimit}
            dir="auto"
            value={base.since}
            onChange={(event) => change({ since: event.currentTarget.value })}
          />
          <TextInput
            label="Remark"
            maxLength={fieldTextLimit}
            dir="auto"
            value={base.remark}
            onChange={(event) => change({ remark: event.currentTarget.value })}
          />
          {question.asksWhere && (
            <Where about={question.text} regionIds={base.regionIds} onChange={(regionIds) => change({ regionIds })} />
          )}
          {children}
        </div>
      )}
    </div>
  )
})

const latestWeek = 45

function Weeks({ weeks, onWeeks }: { weeks: number | null; onWeeks: (weeks: number | null) => void }) {
  return (
    <NativeSelect
      label="Week of pregnancy"
      value={weeks ?? ''}
      data={[
        { value: '', label: 'Not known' },
        ...Array.from({ length: latestWeek }, (_, at) => ({ value: String(at + 1), label: String(at + 1) })),
      ]}
      onChange={({ currentTarget: { value } }) => onWeeks(value === '' ? null : Number(value))}
    />
  )
}
