// The letter to clients: its facts, its text, to whom it goes. What is typed is kept in the vault.
import { Button, Checkbox, Group, SimpleGrid, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ClosingClient } from '#shared/contract/closing.ts'
import {
  defaultLetter,
  letterFactNames,
  missingFacts,
  unknownBlanks,
  withFacts,
  type LetterFacts,
} from '#shared/domain/closing/closingLetter.ts'
import type { PracticeFields } from '#shared/domain/practice.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { andWords, countWords, listWords } from '#shared/domain/wordLists.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { shownDateFormat } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import classes from './ClosingScreen.module.css'

interface Props {
  clients: readonly ClosingClient[]
  practice: PracticeFields
}

type Field = keyof LetterFacts | 'text'
type Texts = Record<Field, string>

const longestLetter = 12_000

export function Letters({ clients, practice }: Props) {
  const name = practice.therapistName || practice.name
  const start: Texts = {
    lastDay: '',
    keeper: practice.address === '' ? name : `${name}, ${practice.address.replace(/\s*\n\s*/gu, ', ')}`,
    contact: practice.phone === '' ? '' : `call ${practice.phone}`,
    until: '',
    text: defaultLetter,
  }
  const form = useKeptForm<Field, Texts>('closing letter', start, (value) => ({ value }))
  const active = clients.filter(({ isArchived }) => !isArchived)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const save = useJob('closing:saveLetters')
  const chosen = active.filter(({ clientId }) => !leftOut.has(clientId))
  const { text, ...facts } = form.values
  const missing = missingFacts(text, facts)
  const unknown = unknownBlanks(text)
  const failure = save.failure?.code === 'CANCELLED' ? null : save.failure
  const isEmpty = text.trim() === '' || text.length > longestLetter

  if (active.length === 0) return <Text>There is no client to write to: all are archived.</Text>
  const choose = (clientId: string, isChosen: boolean) => {
    const next = new Set(leftOut)
    if (isChosen) next.delete(clientId)
    else next.add(clientId)
    setLeftOut(next)
  }
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="md">
        {(Object.keys(letterFactNames) as (keyof LetterFacts)[]).map((fact) => (
          <TextInput
            key={fact}
            label={letterFactNames[fact]}
            dir="auto"
            autoComplete="off"
            {...form.getInputProps(fact)}
            maxLength={fieldTextLimit}
          />
        ))}
      </SimpleGrid>
      <Textarea
        label="Letter"
        description="The words in braces are filled in. Change the rest as you like."
        dir="auto"
        autosize
        minRows={8}
        maxRows={20}
        error={
          text.length > longestLetter ? `At most ${longestLetter} characters; this has ${text.length}.` : undefined
        }
        {...form.getInputProps('text')}
      />
      {text !== defaultLetter && (
        <Group>
          <Button variant="subtle" size="compact-md" onClick={() => form.setFieldValue('text', defaultLetter)}>
            Back to the suggested letter
          </Button>
        </Group>
      )}
      <details className={classes.recipients}>
        <summary>
          To {chosen.length === active.length ? (active.length > 1 ? 'all ' : '') : `${chosen.length} of `}
          {countWords(active.length, 'active client')}
        </summary>
        <ul className={classes.names}>
          {active.map(({ clientId, clientName }) => (
            <li key={clientId}>
              <Checkbox
                label={<span dir="auto">{clientName}</span>}
                checked={!leftOut.has(clientId)}
                onChange={(event) => choose(clientId, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      </details>
      {missing.length > 0 && (
        <Text size="sm" c="dimmed" role="status">
          Still to fill in: {listWords(missing.map((fact) => letterFactNames[fact]))}.
        </Text>
      )}
      {unknown.length > 0 && (
        <Text size="sm" role="status">
          {andWords(unknown)} {unknown.length === 1 ? 'is' : 'are'} printed as{' '}
          {unknown.length === 1 ? 'it stands' : 'they stand'}.
        </Text>
      )}
      {failure && <FailureNotice failure={failure} />}
      {save.isPending && <JobProgress kind="patient file" progress={save.progress} label="Letters" />}
      {save.output && !save.isPending && (
        <Text role="status">
          Saved as <bdi>{save.output.fileName}</bdi>. The file is not encrypted: print it, then delete it.
        </Text>
      )}
      <Group>
        {save.isPending ? (
          <Button variant="default" onClick={save.leave}>
            Cancel
          </Button>
        ) : (
          <Button
            variant="default"
            disabled={missing.length > 0 || chosen.length === 0 || isEmpty}
            onClick={() =>
              save.start({
                text: withFacts(text, facts, practice),
                clientIds: chosen.map(({ clientId }) => clientId),
                dates: shownDateFormat(),
              })
            }
          >
            Save letters as PDF
          </Button>
        )}
      </Group>
    </Stack>
  )
}
