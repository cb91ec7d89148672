// A value before and after, with an arrow on screen and in words for a screen reader.
import { VisuallyHidden } from '@mantine/core'
import { IconArrowNarrowRight } from '@tabler/icons-react'
import { fromToWords } from '#shared/domain/measureChange.ts'

/** Nothing where neither is known. */
export function FromTo({ before, after }: { before: number | null; after: number | null }) {
  return (
    <>
      <VisuallyHidden>{fromToWords(before, after)}</VisuallyHidden>
      <span aria-hidden style={{ whiteSpace: 'nowrap' }}>
        {before ?? '–'}
        <IconArrowNarrowRight size={14} stroke={1.7} style={{ margin: '0 2px', verticalAlign: '-2px' }} />
        {after ?? '–'}
      </span>
    </>
  )
}
