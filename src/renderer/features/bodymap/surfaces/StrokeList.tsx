// The strokes in words, each with its place; each can be removed without the picture.
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { strokeRegionIds } from '#shared/domain/bodymap/strokeRegions.ts'
import { andWords } from '#shared/domain/wordLists.ts'
import { useNewest } from '#renderer/ui/DataTable.tsx'
import { findingKind } from '#shared/domain/bodymap/finding.ts'
import classes from './StrokeList.module.css'

interface Props {
  strokes: readonly Stroke[]
  onErase: (id: string) => void
}

/** How many are shown at first. */
const strokesAtFirst = 20
const regionsNamed = 3

export const StrokeList = memo(({ strokes, onErase }: Props) => {
  const list = useRef<HTMLUListElement>(null)
  const { shown, earlier, showAll } = useNewest(strokes, strokesAtFirst)

  /** The focus moves to the next stroke; the caller handles an empty list. */
  const erase = (id: string, button: HTMLElement) => {
    const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons().findIndex((one) => one === button)
    flushSync(() => onErase(id))
    buttons()[Math.min(at, buttons().length - 1)]?.focus()
  }

  return (
    <ul className={classes.strokes} aria-label="Strokes" ref={list}>
      {earlier > 0 && (
        <li>
          <Button size="compact-xs" variant="subtle" onClick={showAll}>
            Show {earlier} earlier strokes
          </Button>
        </li>
      )}
      {shown.map((stroke) => (
        <li key={stroke.id}>
          <span>
            {strokeName(stroke)}
            <span className={classes.where}>{whereWords(stroke)}</span>
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={22}
            aria-label={`Remove: ${strokeName(stroke)}${whereWords(stroke)}`}
            onClick={(event) => erase(stroke.id, event.currentTarget)}
          >
            <IconX size={13} stroke={1.8} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
})

/** ": R kneecap, R inner knee and 2 more"; empty beside the body. */
function whereWords(stroke: Stroke): string {
  const ids = strokeRegionIds(stroke)
  if (ids.length === 0) return ''
  const more = ids.length > regionsNamed ? [`${ids.length - regionsNamed} more`] : []
  return `: ${andWords([...ids.slice(0, regionsNamed).map(shortLabelOfRegion), ...more])}`
}

/** "Stroke, pain, posterior, before". */
export const strokeName = ({ kind, view, phase }: Pick<Stroke, 'kind' | 'view' | 'phase'>): string =>
  `Stroke, ${findingKind(kind).name.toLowerCase()}, ${view.replace('-', ' ')}, ${phase}`
