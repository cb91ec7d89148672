// What a file of phrases holds, before anything of it is saved.
import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '#shared/contract/contract.ts'
import { sameAbbreviationChoices, type PhraseRecord, type SameAbbreviation } from '#shared/contract/phrases.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { PhraseText } from '#renderer/noteEditor/index.ts'
import { placeName } from './phraseList.ts'
import classes from './PhrasesScreen.module.css'

export type PhraseFile = Output<'phrase:openFile'>

interface Props {
  file: PhraseFile | null
  phrases: readonly PhraseRecord[]
  onClose: () => void
  onImported: (count: Output<'phrase:import'>) => void
}

export function PhraseImport({ file, onClose, ...rest }: Props) {
  return (
    <Modal opened={file !== null} onClose={onClose} title="Import phrases" size={620}>
      {file && <ImportForm file={file} onClose={onClose} {...rest} />}
    </Modal>
  )
}

const words: Readonly<Record<SameAbbreviation, string>> = {
  keep: 'Keep mine',
  replace: 'Take the file’s instead',
  both: 'Keep both: the file’s get a number',
}

function ImportForm({ file, phrases, onClose, onImported }: Props & { file: PhraseFile }) {
  const [choice, setChoice] = useState<SameAbbreviation>('keep')
  const save = useMutationOf('phrase:import')
  const mine = new Map(phrases.map((phrase) => [phrase.abbreviation, phrase]))
  const isOther = (one: PhraseFile['phrases'][number]) => {
    const own = mine.get(one.abbreviation)
    return own !== undefined && (own.text !== one.text || own.section !== one.section)
  }
  const others = file.phrases.filter(isOther).length
  const start = () =>
    save.mutate({ phrases: file.phrases, sameAbbreviation: choice }, { onSuccess: (count) => onImported(count) })
  return (
    <Stack gap="md">
      <Text>
        {countWords(file.phrases.length, 'phrase')} in {file.fileName}.
      </Text>
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.preview} tabIndex={0} role="group" aria-label="Phrases in the file">
        <ul>
          {file.phrases.map((one, index) => (
            <li key={index} className={classes.previewRow}>
              <span className={classes.abbreviation}>;{one.abbreviation}</span>
              <span className={classes.text}>
                <PhraseText text={one.text} />
                {isOther(one) && <span className={classes.problem}>You have another phrase of this abbreviation.</span>}
              </span>
              <span className={classes.count}>{placeName(one.section)}</span>
            </li>
          ))}
        </ul>
      </div>
      {others > 0 && (
        <Radio.Group
          label={`${countWords(others, 'abbreviation')} that you have already`}
          value={choice}
          onChange={(value) => setChoice(sameAbbreviationChoices.find((one) => one === value) ?? 'keep')}
        >
          <Stack gap={6} mt={6}>
            {sameAbbreviationChoices.map((one) => (
              <Radio key={one} value={one} label={words[one]} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {save.error && <FailureNotice failure={save.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={save.isPending} disabled={file.phrases.length === 0} onClick={start}>
          Import
        </Button>
      </Group>
    </Stack>
  )
}
