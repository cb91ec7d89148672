// The further extensions of a section's editor: links to marks on the map, and carried-over text.
import type { AnyExtension } from '@tiptap/core'
import { CarriedText } from './carried/carriedText.ts'
import { FindingLink } from './findingLink.ts'
import type { FindingSentences } from '../draft/findingSentences.ts'

/**
 * @param sentences what links its sentences to marks; a section without them keeps links but makes none
 * @param isOfNote whether text from a visit can have been taken over into this note
 */
export const sectionExtensions = (
  sentences?: FindingSentences,
  isOfNote: (sessionId: string) => boolean = () => false,
): AnyExtension[] => [
  FindingLink.configure(
    sentences
      ? { sentenceOf: (findingId) => sentences.courseOf(findingId)?.sentence ?? null, onShow: sentences.show }
      : {},
  ),
  CarriedText.configure({ isOfNote }),
]
