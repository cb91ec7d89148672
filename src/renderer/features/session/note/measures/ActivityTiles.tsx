// The activities that the client finds hard to do, each against last time's of the same name, and their mean.
import { functionInWords, meanScore } from '#shared/domain/measureChange.ts'
import { meanAgainst } from '#shared/domain/measureLines.ts'
import type { FunctionActivity } from '#shared/domain/measures.ts'
import { ActivityForm } from './ActivityForm.tsx'
import type { Earlier } from './AddMeasure.tsx'
import { EditPopover } from './EditPopover.tsx'
import { ScoreTile } from './ScoreTile.tsx'
import { Tile } from './Tile.tsx'

interface Props {
  activities: readonly FunctionActivity[]
  earlier: Earlier | undefined
  /** The id of the newest entry, which takes the focus. */
  newest: string | null
  onPut: (activity: FunctionActivity) => void
  onRemove: (activity: FunctionActivity) => void
}

export function ActivityTiles({ activities, earlier, newest, onPut, onRemove }: Props) {
  const before = earlier?.activities?.what ?? []
  const mean = meanAgainst(activities, before)
  return (
    <>
      {activities.map((one) => {
        const { id, activity, score } = one
        const was = before.find((last) => last.activity === activity)?.score ?? null
        return (
          <ScoreTile
            key={id}
            name={activity}
            takesFocus={newest === id}
            change={functionInWords(was, score, 'single')}
            head={
              <EditPopover keptIn={`activity ${id}`} name={activity}>
                {(close) => (
                  <ActivityForm
                    keptIn={`activity ${id}`}
                    activity={activity}
                    action="Done"
                    onRemove={() => onRemove(one)}
                    onDone={(text) => {
                      onPut({ ...one, activity: text })
                      close()
                    }}
                  />
                )}
              </EditPopover>
            }
            scores={[{ label: activity, row: '', value: score, onChange: (value) => onPut({ ...one, score: value }) }]}
          />
        )
      })}
      {mean.words !== '' && (
        <Tile name="Activities, mean" change={mean}>
          <span>{meanScore(activities.map(({ score }) => score))}</span>
        </Tile>
      )}
    </>
  )
}
