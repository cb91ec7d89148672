// One range of motion: before and after treatment, in degrees or as limited and full.
import type { RangeOfMotion } from '#shared/domain/measures.ts'
import { rangeInWords } from '#shared/domain/measureChange.ts'
import { rangeName } from '#shared/domain/measureLines.ts'
import type { Pace } from '../../draft/autosave.ts'
import { EditPopover } from './EditPopover.tsx'
import { RangeForm } from './RangeForm.tsx'
import { readRange, type RangeValue } from './rangeText.ts'
import { Arrow, Tile } from './Tile.tsx'
import { TypedValue } from './TypedValue.tsx'

interface Props {
  range: RangeOfMotion
  onPut: (range: RangeOfMotion, pace: Pace) => void
  onRemove: () => void
  takesFocus: boolean
}

/** Degrees have their sign behind the field. */
const shownAs = (degrees: number | null, extent: RangeOfMotion['extentBefore'], text: string | undefined) =>
  degrees === null ? { shown: extent ?? text ?? '' } : { shown: String(degrees), unit: '°' }

const hint = 'Degrees, l for limited, f for full, or in your own words'

export function RangeTile({ range, onPut, onRemove, takesFocus }: Props) {
  const name = rangeName(range)
  const keptIn = `range ${range.id}`
  const set = (part: Partial<RangeOfMotion>, pace: Pace) => onPut({ ...range, ...part }, pace)
  return (
    <Tile
      name={name}
      change={rangeInWords(range)}
      head={
        <EditPopover keptIn={keptIn} name={name}>
          {(close) => (
            <RangeForm
              keptIn={keptIn}
              range={range}
              action="Done"
              onDone={(next) => {
                set(next, 'at once')
                close()
              }}
              onRemove={onRemove}
            />
          )}
        </EditPopover>
      }
    >
      <TypedValue<RangeValue>
        label={`${name}, before`}
        {...shownAs(range.degreesBefore, range.extentBefore, range.textBefore)}
        read={readRange}
        hint={hint}
        takesFocus={takesFocus}
        onChange={({ degrees, extent, text }) =>
          set({ degreesBefore: degrees, extentBefore: extent, textBefore: text }, 'typing')
        }
      />
      <Arrow />
      <TypedValue<RangeValue>
        label={`${name}, after`}
        {...shownAs(range.degreesAfter, range.extentAfter, range.textAfter)}
        read={readRange}
        hint={hint}
        onChange={({ degrees, extent, text }) =>
          set({ degreesAfter: degrees, extentAfter: extent, textAfter: text }, 'typing')
        }
      />
    </Tile>
  )
}
