// A blank of a note as it is typed in a phrase or a template.
import type { BlankKind } from '../note/document.ts'

interface BracedBlank {
  readonly kind: BlankKind
  readonly choices: readonly string[]
}

/**
 * "{{side}}", "{{0-10}}", "{{choice: mild|severe}}", "{{what}}": what `parsePhrase` reads as this blank.
 * @param text the blank's prompt
 */
export function bracedBlank({ kind, choices }: BracedBlank, text: string): string {
  if (kind === 'side' || kind === 'region') return `{{${kind}}}`
  if (kind === 'score') return '{{0-10}}'
  return kind === 'choice' ? `{{choice: ${choices.join('|')}}}` : `{{${text}}}`
}
