// One phrase in the list: its handle, abbreviation and text, what is wrong with it, and what can be done.
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconGripVertical, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { PhraseText } from '#renderer/noteEditor/index.ts'
import classes from './PhrasesScreen.module.css'

interface Props {
  phrase: PhraseRecord
  /** Its place within its section, from 0. */
  index: number
  /** What is wrong with it, in words, or null. */
  problem: string | null
  /** False while only some phrases are shown. */
  canMove: boolean
  isDragged: boolean
  onEdit: (phrase: PhraseRecord) => void
  onRemove: (phrase: PhraseRecord) => void
  onMove: (phrase: PhraseRecord, to: number) => void
  onDrag: (phrase: PhraseRecord, event: PointerEvent<HTMLElement>) => void
}

export function PhraseRow({ phrase, index, problem, canMove, isDragged, onEdit, onRemove, onMove, onDrag }: Props) {
  const { abbreviation, text, useCount } = phrase
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onMove(phrase, index + step)
  }
  return (
    <li className={classes.row} data-dragged={isDragged || undefined}>
      {canMove && (
        <UnstyledButton
          className={classes.handle}
          aria-label={`Move ${abbreviation}`}
          aria-description="The up and down arrow keys move it"
          onKeyDown={ourKeys(onKeyDown)}
          onPointerDown={(event) => onDrag(phrase, event)}
        >
          <IconGripVertical size={15} stroke={1.7} aria-hidden />
        </UnstyledButton>
      )}
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
    </li>
  )
}
