// Templates in words.
import { isMeasureId, measureNames } from '#shared/domain/measures.ts'
import type { Template } from '#shared/domain/template/template.ts'
import { andWords, listWords } from '#shared/domain/wordLists.ts'

/** "60 min · Pain, Tension", or what is there of it. */
export function templateFacts({ lengthMinutes, measures }: Template): string {
  const asked = measures.filter(isMeasureId).map((id) => measureNames[id])
  return [lengthMinutes === null ? '' : `${lengthMinutes} min`, listWords(asked)].filter(Boolean).join(' · ')
}

/** Names the parts that this version does not know. */
export function unknownPartWords(parts: readonly string[]): string {
  const named = andWords(parts.map((part) => `“${part}”`))
  return parts.length === 1
    ? `This template has a part ${named} that this version does not know; it is kept, and the rest is used.`
    : `This template has parts ${named} that this version does not know; they are kept, and the rest is used.`
}
