// Techniques and homework of a session on paper, each a part of its own where there is any.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { itemsInWords } from '#shared/domain/sessionItem.ts'
import { Part } from './Part.tsx'

export function ListsOnPaper({ techniques, homework }: Pick<SessionRecord, 'techniques' | 'homework'>) {
  const parts = [
    ['Techniques', itemsInWords(techniques)],
    ['Homework', itemsInWords(homework)],
  ] as const
  return parts
    .filter(([, words]) => words !== '')
    .map(([name, words]) => (
      <Part key={name} name={name}>
        <p dir="auto">{words}</p>
      </Part>
    ))
}
