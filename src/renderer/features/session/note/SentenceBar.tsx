// Under the Objective section: sentences whose mark is gone, and marks without a sentence.
import { Button } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import type { FindingSentences } from '../draft/findingSentences.ts'
import classes from './SentenceBar.module.css'

interface Props {
  sentences: FindingSentences
  /** Called after an action, whose button may be gone. */
  onDone: () => void
}

export function SentenceBar({ sentences, onDone }: Props) {
  const { gone, missing } = useSyncExternalStore(sentences.subscribe, sentences.state)
  const doing = (act: () => void) => () => {
    act()
    onDone()
  }
  return (
    <div className={gone.length > 0 || missing > 0 ? classes.bar : undefined}>
      <div className={gone.length > 0 ? classes.gone : undefined} role="status">
        {gone.length > 0 && (
          <>
            <span className={classes.words}>{goneWords(gone)}</span>
            <Button variant="default" size="compact-sm" onClick={doing(sentences.deleteGone)}>
              {gone.length === 1 ? 'Delete sentence' : `Delete ${gone.length} sentences`}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={doing(sentences.keepGone)}>
              Keep
            </Button>
          </>
        )}
      </div>
      {missing > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={doing(sentences.addMissing)}
          aria-description={missing === 1 ? 'One mark has no sentence' : `${missing} marks have no sentence`}
        >
          Add sentences
        </Button>
      )}
    </div>
  )
}

const longestQuote = 90

function goneWords([first = '', ...others]: readonly string[]): string {
  const quote = first.length > longestQuote ? `${first.slice(0, longestQuote).trimEnd()} …` : first
  if (others.length === 0) return `The mark of this sentence is gone: “${quote}”`
  const rest = others.length === 1 ? 'another one' : `${others.length} others`
  return `The marks of these sentences are gone: “${quote}” and ${rest}`
}
