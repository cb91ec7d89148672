// One phrase in the list: its abbreviation and text, what is wrong with it, and what can be done.
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { PhraseText } from '#renderer/noteEditor/index.ts'
import classes from './PhrasesScreen.module.css'

interface Props {
  phrase: PhraseRecord
  /** Its error in words, or null. */
  problem: string | null
  onEdit: (phrase: PhraseRecord) => void
  onRemove: (phrase: PhraseRecord) => void
}

export function PhraseRow({ phrase, problem, onEdit, onRemove }: Props) {
  const { abbreviation, text, useCount } = phrase
  return (
    <>
      <UnstyledButton className={classes.phrase} onClick={() => onEdit(phrase)} aria-haspopup="dialog">
        <span className={classes.abbreviation}>;{abbreviation}</span>
        <span className={classes.text}>
          <PhraseText text={text} />
          {problem && <span className={classes.problem}>{problem}</span>}
        </span>
        <span className={classes.count}>{useCount > 0 && `used ${countWords(useCount, 'time')}`}</span>
      </UnstyledButton>
      <Tooltip label="Delete">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete ${abbreviation}`}
          onClick={() => onRemove(phrase)}
        >
          <IconTrash size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
